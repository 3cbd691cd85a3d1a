package io.novacron.goc.telemetry;

import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.TimeRange;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Asks for what was measured: the last minutes at full resolution from memory, older times as 10-second rollups. */
public final class Telemetry {

    private final SeriesCatalog catalog;
    private final LiveWindow window;
    private final RollupStore store;
    private final ObjectProvider<OpenRollups> open;
    private final HostSeries hosts = new HostSeries();

    Telemetry(SeriesCatalog catalog, LiveWindow window, RollupStore store, ObjectProvider<OpenRollups> open) {
        this.catalog = catalog;
        this.window = window;
        this.store = store;
        this.open = open;
        catalog.listen(hosts);
    }

    /** The points of the last minutes, NaN where the series was silent; none when it is unknown. */
    public Samples recent(SeriesKey key) {
        Series series = catalog.find(key);
        return series == null ? Samples.NONE : window.recent(series.index()).withGaps();
    }

    /** The points of a series in the span that are in memory at full resolution, oldest first, without gaps marked. */
    public Samples samples(SeriesKey key, TimeSpan span) {
        Series series = catalog.find(key);
        return series == null ? Samples.NONE : window.samples(series.index(), span);
    }

    /** The newest value of a series; NaN when there is none. */
    public double latest(SeriesKey key) {
        Series series = catalog.find(key);
        return series == null ? Double.NaN : window.latest(series.index());
    }

    /** The newest value of a series by its index; NaN when there is none yet. */
    public double latest(int seriesIndex) {
        return window.latest(seriesIndex);
    }

    /**
     * When the newest point of a series was measured, epoch milliseconds; {@link Long#MIN_VALUE} when there is none.
     */
    public long lastSeenMs(int seriesIndex) {
        return window.lastSeenMs(seriesIndex);
    }

    /** When the newest point of a series was measured, or {@code null}. */
    public @Nullable Instant lastSeen(SeriesKey key) {
        Series series = catalog.find(key);
        long at = series == null ? Long.MIN_VALUE : window.lastSeenMs(series.index());
        return at == Long.MIN_VALUE ? null : Instant.ofEpochMilli(at);
    }

    /** Series that match, in order of index, at most so many. */
    public List<Series> find(SeriesSelector selector, int most) {
        return catalog.all().stream()
                .filter(series -> selector.matches(series.key()))
                .limit(most)
                .toList();
    }

    /** The series of an id, if it is known. */
    public Optional<Series> byId(long id) {
        return Optional.ofNullable(catalog.byId(id));
    }

    /** The series of a host, by the labels that place them, at most so many. */
    public List<Series> ofHost(HostId host, int most) {
        return hosts.of(host, most);
    }

    /** The 10-second rollups of a series in the range, oldest first; buckets without points are left out. */
    public List<Rollup> history(SeriesKey key, TimeRange range) {
        Series series = catalog.find(key);
        if (series == null) {
            return List.of();
        }
        // Memory first: what is stored between the two looks is then seen twice, and known by its time, not missed.
        Map<SegmentTime, Segment> segments = new LinkedHashMap<>();
        open.orderedStream()
                .flatMap(memory -> memory.open(series.index()).stream())
                .forEach(segment -> segments.put(SegmentTime.of(segment), segment));
        store.segments(series.id(), range).forEach(segment -> segments.put(SegmentTime.of(segment), segment));
        return merge(segments.values(), range);
    }

    /** What tells the segments of one series apart: no two begin and end with the same points. */
    private record SegmentTime(long startMs, long newestMs) {

        static SegmentTime of(Segment segment) {
            return new SegmentTime(segment.startMs(), segment.newestMs());
        }
    }

    /** Merges parts of buckets: counts and sums add up, the last value is that of the newest part. */
    static List<Rollup> merge(Collection<Segment> segments, TimeRange range) {
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
                    buckets.merge(at.toEpochMilli(), part, Telemetry::add);
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
