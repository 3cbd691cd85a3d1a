package io.novacron.goc.telemetry;

import static io.novacron.goc.telemetry.TimeTableStore.at;

import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.telemetry.sketch.QuantileSketch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sketches in the database, beside the rollups of each tier. */
final class SketchStore {

    private static final Duration ROOM = Duration.ofMillis(1);

    private final JdbcClient jdbc;
    private final TimeTableStore tables;

    SketchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.tables = new TimeTableStore(jdbc);
    }

    /** Stores sketches of ten seconds; of a bucket that has one, this is a further part. */
    void write(List<SketchCell> cells) {
        write(Tier.TEN_SECONDS, cells);
    }

    private void write(Tier tier, List<SketchCell> cells) {
        if (cells.isEmpty()) {
            return;
        }
        LongSummaryStatistics starts =
                cells.stream().mapToLong(SketchCell::startMs).summaryStatistics();
        tables.makeRoom(
                tier.sketchTable(),
                Instant.ofEpochMilli(starts.getMin()),
                Instant.ofEpochMilli(starts.getMax()).plus(ROOM));
        long[] ids = new long[cells.size()];
        long[] times = new long[cells.size()];
        byte[][] sketches = new byte[cells.size()][];
        for (int i = 0; i < ids.length; i++) {
            SketchCell cell = cells.get(i);
            ids[i] = cell.seriesId();
            times[i] = cell.startMs();
            sketches[i] = cell.sketch().encode();
        }
        jdbc.sql("""
                        insert into %s (series_id, t0, sketch)
                        select series_id, to_timestamp(start_ms / 1000.0), sketch
                          from unnest(:ids::bigint[], :times::bigint[], :sketches::bytea[])
                               as cell (series_id, start_ms, sketch)
                        """.formatted(tier.sketchTable()))
                .param("ids", ids)
                .param("times", times)
                .param("sketches", sketches)
                .update();
    }

    /** Makes the sketches of a block of those of the tier before, anew if they were made. */
    void make(Tier tier, Instant block, SeriesChoice which) {
        if (tier == Tier.TEN_SECONDS) {
            return;
        }
        Tier finer = Tier.values()[tier.ordinal() - 1];
        TimeRange span = new TimeRange(block, block.plus(tier.block()));
        jdbc.sql("delete from %s where t0 >= :from and t0 < :until and %s".formatted(tier.sketchTable(), which.sql()))
                .param("from", at(span.from()))
                .param("until", at(span.until()))
                .params(which.parameters())
                .update();
        Map<Long, Map<Long, QuantileSketch>> merged = merged(finer, span, which, tier.bucketMs());
        List<SketchCell> cells = new ArrayList<>();
        merged.forEach(
                (id, buckets) -> buckets.forEach((startMs, sketch) -> cells.add(new SketchCell(id, startMs, sketch))));
        write(tier, cells);
    }

    /** The sketches of these series whose bucket begins in the span, by id and start, epoch milliseconds. */
    Map<Long, Map<Long, QuantileSketch>> read(Tier tier, Collection<Long> seriesIds, TimeSpan span) {
        if (span.fromMs() > span.untilMs()) {
            return Map.of();
        }
        TimeRange range = new TimeRange(Instant.ofEpochMilli(span.fromMs()), Instant.ofEpochMilli(span.untilMs() + 1));
        return merged(tier, range, SeriesChoice.listed(seriesIds), tier.bucketMs());
    }

    private Map<Long, Map<Long, QuantileSketch>> merged(Tier tier, TimeRange range, SeriesChoice which, long widthMs) {
        Map<Long, Map<Long, QuantileSketch>> bySeries = new HashMap<>();
        jdbc.sql("select series_id, t0, sketch from %s where t0 >= :from and t0 < :until and %s"
                        .formatted(tier.sketchTable(), which.sql()))
                .param("from", at(range.from()))
                .param("until", at(range.until()))
                .params(which.parameters())
                .query(row -> {
                    long startMs = row.getTimestamp("t0").getTime();
                    bySeries.computeIfAbsent(row.getLong("series_id"), fresh -> new HashMap<>())
                            .computeIfAbsent(Math.floorDiv(startMs, widthMs) * widthMs, fresh -> new QuantileSketch())
                            .merge(QuantileSketch.decode(row.getBytes("sketch")));
                });
        return bySeries;
    }

    void dropBefore(Tier tier, Instant cut) {
        tables.dropBefore(tier.sketchTable(), cut);
    }
}
