package io.novacron.goc.telemetry;

import io.novacron.goc.kernel.TimeRange;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads ten-second buckets from the database: segments as they were flushed, and the packed buckets of hours. Of those,
 * a slot or count that stands alone goes for all, and what is left out is the last value of each.
 */
final class SegmentStore {

    private static final int STEP_MS = (int) Tier.TEN_SECONDS.bucketMs();

    private final JdbcClient jdbc;

    SegmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is stored of these series, by id, that overlaps the range, oldest first within a series. */
    List<Segment> read(Collection<Long> seriesIds, TimeRange range) {
        return jdbc.sql("""
                        select series_id, t0, last_ms, null::smallint[] as slot, n, sum, min, max, last from rollup_10s
                         where series_id = any(:series)
                           and t0 >= :from::timestamptz - interval '15 minutes' and t0 < :until
                        union all
                        select series_id, t0, last_ms, slot, n, sum, min, max, last from rollup_10s_block
                         where series_id = any(:series)
                           and t0 > :from::timestamptz - interval '1 hour' and t0 < :until
                         order by series_id, t0, last_ms
                        """)
                .param("series", seriesIds.toArray(Long[]::new))
                .param("from", OffsetDateTime.ofInstant(range.from(), ZoneOffset.UTC))
                .param("until", OffsetDateTime.ofInstant(range.until(), ZoneOffset.UTC))
                .query((row, number) -> segment(row))
                .list();
    }

    private static Segment segment(ResultSet row) throws SQLException {
        double[] lasts = doubles(row.getArray("last"));
        Array slot = row.getArray("slot");
        int[] slots = slot == null ? new int[] {0} : ints(slot);
        int first = slots[0];
        int[] counts = ints(row.getArray("n"));
        Segment packed = new Segment(
                row.getLong("series_id"),
                row.getTimestamp("t0").getTime() + (long) first * STEP_MS,
                STEP_MS,
                row.getLong("last_ms"),
                counts.length == lasts.length ? counts : repeat(counts[0], lasts.length),
                given(row.getArray("sum"), lasts),
                given(row.getArray("min"), lasts),
                given(row.getArray("max"), lasts),
                lasts);
        return slots.length == 1 ? packed : spread(packed, slots);
    }

    private static int[] repeat(int value, int times) {
        int[] all = new int[times];
        Arrays.fill(all, value);
        return all;
    }

    private static double[] given(@Nullable Array column, double[] otherwise) throws SQLException {
        return column == null ? otherwise : doubles(column);
    }

    /** Puts buckets that do not follow one another where they belong; those between have no points. */
    private static Segment spread(Segment packed, int[] slots) {
        int first = slots[0];
        int length = slots[slots.length - 1] - first + 1;
        int[] counts = new int[length];
        double[][] columns = new double[4][length];
        for (int i = 0; i < slots.length; i++) {
            int to = slots[i] - first;
            counts[to] = packed.counts()[i];
            columns[0][to] = packed.sums()[i];
            columns[1][to] = packed.mins()[i];
            columns[2][to] = packed.maxs()[i];
            columns[3][to] = packed.lasts()[i];
        }
        return new Segment(
                packed.seriesId(),
                packed.startMs(),
                STEP_MS,
                packed.newestMs(),
                counts,
                columns[0],
                columns[1],
                columns[2],
                columns[3]);
    }

    static int[] ints(Array column) throws SQLException {
        Number[] boxed = (Number[]) column.getArray();
        int[] values = new int[boxed.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = boxed[i].intValue();
        }
        return values;
    }

    static double[] doubles(Array column) throws SQLException {
        Number[] boxed = (Number[]) column.getArray();
        double[] values = new double[boxed.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = boxed[i].doubleValue();
        }
        return values;
    }
}
