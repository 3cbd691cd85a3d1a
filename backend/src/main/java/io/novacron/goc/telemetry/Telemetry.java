package io.novacron.goc.telemetry;

import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for what was measured: the last minutes at full resolution from memory, older times as 10-second rollups. */
public final class Telemetry {

    private final SeriesCatalog catalog;
    private final LiveWindow window;
    private final RollupReader rollups;
    private final HostSeries hosts = new HostSeries();

    Telemetry(SeriesCatalog catalog, LiveWindow window, RollupReader rollups) {
        this.catalog = catalog;
        this.window = window;
        this.rollups = rollups;
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
        return series == null ? List.of() : rollups.read(List.of(series), range).getOrDefault(series, List.of());
    }
}
