package io.novacron.goc.telemetry;

import io.novacron.goc.kernel.TimeRange;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;

/** Reads rollups: those that are stored, and those that are still in memory. */
final class RollupReader {

    private final RollupStore store;
    private final ObjectProvider<OpenRollups> open;

    RollupReader(RollupStore store, ObjectProvider<OpenRollups> open) {
        this.store = store;
        this.open = open;
    }

    /** The buckets of each series in the range, oldest first; buckets without points are left out. */
    Map<Series, List<Rollup>> read(Collection<Series> series, TimeRange range) {
        // Memory first: what is stored between the two looks is then seen twice, and known by its time, not missed.
        Map<Long, Map<SegmentTime, Segment>> bySeries = new HashMap<>();
        series.forEach(each -> {
            Map<SegmentTime, Segment> segments = new LinkedHashMap<>();
            open.orderedStream()
                    .flatMap(memory -> memory.open(each.index()).stream())
                    .forEach(segment -> segments.put(SegmentTime.of(segment), segment));
            bySeries.put(each.id(), segments);
        });
        store.segments(bySeries.keySet(), range)
                .forEach(segment -> bySeries.computeIfAbsent(segment.seriesId(), fresh -> new LinkedHashMap<>())
                        .put(SegmentTime.of(segment), segment));
        Map<Series, List<Rollup>> read = new LinkedHashMap<>();
        series.forEach(each ->
                read.put(each, merge(bySeries.getOrDefault(each.id(), Map.of()).values(), range)));
        return read;
    }

    /** What tells the segments of one series apart: no two begin and end with the same points. */
    private record SegmentTime(long startMs, long newestMs) {

        static SegmentTime of(Segment segment) {
            return new SegmentTime(segment.startMs(), segment.newestMs());
        }
    }

    /** Merges parts of buckets: counts and sums add up, the last value is that of the newest part. */
    private static List<Rollup> merge(Collection<Segment> segments, TimeRange range) {
        TreeMap<Long, Rollup> buckets = new TreeMap<>();
        segments.stream().sorted(Comparator.comparingLong(Segment::newestMs)).forEach(segment -> {
            for (int i = 0; i < segment.counts().length; i++) {
                Instant at = Instant.ofEpochMilli(segment.startMs() + (long) i * segment.stepMs());
                if (segment.counts()[i] > 0 && range.contains(at)) {
                    Rollup part = new Rollup(
                            at,
                            segment.counts()[i],
                            segment.sums()[i],
                            segment.mins()[i],
                            segment.maxs()[i],
                            segment.lasts()[i]);
                    buckets.merge(at.toEpochMilli(), part, RollupReader::add);
                }
            }
        });
        return List.copyOf(buckets.values());
    }

    private static Rollup add(Rollup older, Rollup newer) {
        return new Rollup(
                older.at(),
                older.count() + newer.count(),
                older.sum() + newer.sum(),
                Math.min(older.min(), newer.min()),
                Math.max(older.max(), newer.max()),
                newer.last());
    }
}
