package io.novacron.goc.telemetry;

import io.novacron.goc.kernel.TimeRange;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The coarser tiers in the database: making them slice by slice, and reading them. */
@Component
class TierStore {

    /** With 100,000 series, a slice of an hour takes the database about a second. */
    private static final int SLICES = 64;

    private final JdbcClient jdbc;
    private final int slices;

    @Autowired
    TierStore(JdbcClient jdbc) {
        this(jdbc, SLICES);
    }

    /**
     * @param slices series are taken in so many slices of their ids, so that no block is made in one long breath; a
     *     power of two
     */
    TierStore(JdbcClient jdbc, int slices) {
        this.jdbc = jdbc;
        this.slices = slices;
    }

    int slices() {
        return slices;
    }

    /**
     * How far a tier was made.
     *
     * @param block the block that is being made, {@code null} before the first
     * @param slicesDone how many of its slices are made
     * @param keptHours how long the tier is kept, {@code null} for what the settings say
     */
    record Progress(
            @Nullable Instant block,
            int slicesDone,
            @Nullable Integer keptHours) {}

    Progress progress(Tier tier) {
        return jdbc.sql("select block, slices_done, kept_hours from rollup_tier where name = :name")
                .param("name", tier.table())
                .query((row, number) -> new Progress(
                        row.getObject("block", OffsetDateTime.class) == null
                                ? null
                                : row.getObject("block", OffsetDateTime.class).toInstant(),
                        row.getInt("slices_done"),
                        row.getObject("kept_hours", Integer.class)))
                .single();
    }

    /** The time of the oldest bucket that is stored, or {@code null}. */
    @Nullable
    Instant oldest(Tier tier) {
        OffsetDateTime oldest = jdbc.sql("select min(t0) as oldest from " + tier.table())
                .query((row, number) -> row.getObject("oldest", OffsetDateTime.class))
                .optional()
                .orElse(null);
        return oldest == null ? null : oldest.toInstant();
    }

    void keepFor(Tier tier, int hours) {
        jdbc.sql("update rollup_tier set kept_hours = :hours where name = :name")
                .param("hours", hours)
                .param("name", tier.table())
                .update();
    }

    /** Begins a block. */
    void begin(Tier tier, Instant block) {
        jdbc.sql("update rollup_tier set block = :block, slices_done = 0 where name = :name")
                .param("block", at(block))
                .param("name", tier.table())
                .update();
    }

    /**
     * Makes one slice of a block, anew if it was made before, and notes that. Of two nodes that do so at once, one
     * waits for the other.
     */
    @Transactional
    public void make(Tier tier, Instant block, int slice) {
        jdbc.sql("select slices_done from rollup_tier where name = :name for update")
                .param("name", tier.table())
                .query(Integer.class)
                .single();
        jdbc.sql("delete from %s where t0 = :block and series_id between :least and :most".formatted(tier.table()))
                .param("block", at(block))
                .param("least", lowestId(slice))
                .param("most", lowestId(slice) + width() - 1)
                .update();
        jdbc.sql(tier == Tier.MINUTE ? MINUTES : HOURS)
                .param("block", at(block))
                .param("least", lowestId(slice))
                .param("most", lowestId(slice) + width() - 1)
                .update();
        jdbc.sql("update rollup_tier set slices_done = :done where name = :name and block = :block")
                .param("done", slice + 1)
                .param("name", tier.table())
                .param("block", at(block))
                .update();
    }

    /** Ids are hashes over all 64 bits, so that equal ranges of them hold about equally many series. */
    private long lowestId(int slice) {
        return Long.MIN_VALUE + slice * width();
    }

    private long width() {
        return 1L << Long.SIZE - Integer.numberOfTrailingZeros(slices);
    }

    /** Five minutes before the block are looked at, for what a counter was before its first bucket. */
    private static final String MINUTES = """
            insert into rollup_1m (series_id, t0, slot, n, sum, min, max, last, rise, resets)
            with part as (
                select series_id, last_ms, t0 + (cell.position - 1) * step_ms * interval '1 millisecond' as at,
                       cell.n, cell.sum, cell.min, cell.max, cell.last
                  from rollup_10s,
                       unnest(n, sum, min, max, last) with ordinality as cell (n, sum, min, max, last, position)
                 where series_id between :least and :most and cell.n > 0
                   and t0 >= :block::timestamptz - interval '20 minutes' and t0 < :block::timestamptz + interval '1 hour'
            ), fine as (
                select series_id, at, sum(n) as n, sum(sum) as sum, min(min) as min, max(max) as max,
                       (array_agg(last order by last_ms desc))[1] as last
                  from part
                 where at >= :block::timestamptz - interval '5 minutes' and at < :block::timestamptz + interval '1 hour'
                 group by series_id, at
            ), step as (
                select fine.*, lag(last) over (partition by series_id order by at) as before from fine
            ), bucket as (
                select series_id, (extract(epoch from at - :block::timestamptz)::integer / 60)::smallint as slot,
                       sum(n)::integer as n, sum(sum) as sum, min(min) as min, max(max) as max,
                       (array_agg(last order by at desc))[1] as last,
                       sum(case when before is null then 0 when last >= before then last - before else last end) as rise,
                       (count(*) filter (where last < before))::integer as resets
                  from step where at >= :block::timestamptz
                 group by series_id, slot
            )
            select series_id, :block::timestamptz, array_agg(slot order by slot), array_agg(n order by slot),
                   array_agg(sum order by slot), array_agg(min order by slot), array_agg(max order by slot),
                   array_agg(last order by slot), array_agg(rise order by slot), array_agg(resets order by slot)
              from bucket group by series_id
            """;

    private static final String HOURS = """
            insert into rollup_1h (series_id, t0, slot, n, sum, min, max, last, rise, resets)
            with bucket as (
                select series_id, (extract(epoch from t0 - :block::timestamptz)::integer / 3600)::smallint as slot,
                       sum(cell.n)::integer as n, sum(cell.sum) as sum, min(cell.min) as min, max(cell.max) as max,
                       (array_agg(cell.last order by cell.slot desc))[1] as last,
                       sum(cell.rise) as rise, sum(cell.resets)::integer as resets
                  from rollup_1m,
                       unnest(slot, n, sum, min, max, last, rise, resets)
                           as cell (slot, n, sum, min, max, last, rise, resets)
                 where series_id between :least and :most
                   and t0 >= :block::timestamptz and t0 < :block::timestamptz + interval '1 day'
                 group by series_id, t0
            )
            select series_id, :block::timestamptz, array_agg(slot order by slot), array_agg(n order by slot),
                   array_agg(sum order by slot), array_agg(min order by slot), array_agg(max order by slot),
                   array_agg(last order by slot), array_agg(rise order by slot), array_agg(resets order by slot)
              from bucket group by series_id
            """;

    /** The stored blocks of these series, by id, that overlap the range, oldest first. */
    List<TierRow> rows(Tier tier, Collection<Long> seriesIds, TimeRange range) {
        return jdbc.sql("""
                        select series_id, t0, slot, n, sum, min, max, last, rise, resets from %s
                         where series_id = any(:series) and t0 > :from and t0 < :until
                         order by series_id, t0
                        """.formatted(tier.table()))
                .param("series", seriesIds.toArray(Long[]::new))
                .param("from", at(range.from().minus(tier.block())))
                .param("until", at(range.until()))
                .query((row, number) -> new TierRow(
                        row.getLong("series_id"),
                        row.getTimestamp("t0").getTime(),
                        ints(row),
                        numbers(row, "n"),
                        numbers(row, "sum"),
                        numbers(row, "min"),
                        numbers(row, "max"),
                        numbers(row, "last"),
                        numbers(row, "rise"),
                        numbers(row, "resets")))
                .list();
    }

    private static int[] ints(ResultSet row) throws SQLException {
        Number[] boxed = boxed(row, "slot");
        int[] slots = new int[boxed.length];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = boxed[i].intValue();
        }
        return slots;
    }

    private static double[] numbers(ResultSet row, String column) throws SQLException {
        Number[] boxed = boxed(row, column);
        double[] values = new double[boxed.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = boxed[i].doubleValue();
        }
        return values;
    }

    private static Number[] boxed(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return (Number[]) array.getArray();
    }

    /** Makes room for blocks of the range and drops those that ended before the cut. */
    void keep(Tier tier, TimeRange range, Instant cut) {
        jdbc.sql("select goc_ensure_partitions(:table, :from, :until)")
                .param("table", tier.table())
                .param("from", at(range.from()))
                .param("until", at(range.until()))
                .query(Integer.class)
                .single();
        jdbc.sql("select goc_drop_before(:table, :cut)")
                .param("table", tier.table())
                .param("cut", at(cut))
                .query(Integer.class)
                .single();
    }

    /** Bytes that a tier takes with its indexes. */
    long bytes(Tier tier) {
        return jdbc.sql("""
                        select case (select mode from timescale_mode)
                               when 'native' then (select coalesce(sum(pg_total_relation_size(inhrelid)), 0)
                                                     from pg_inherits where inhparent = :table::regclass)
                               else goc_hypertable_size(:table) end
                        """).param("table", tier.table()).query(Long.class).single();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
