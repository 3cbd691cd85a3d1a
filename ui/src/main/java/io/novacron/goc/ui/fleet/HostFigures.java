package io.novacron.goc.ui.fleet;

import io.novacron.goc.fleet.Host;
import io.novacron.goc.kernel.Health;
import io.novacron.goc.telemetry.Label;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.telemetry.SeriesKey;
import io.novacron.goc.ui.live.LiveSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures of a host, whatever names its source gives to its metrics. */
final class HostFigures {

    private static final long HEARD_WITHIN_MS = 3_000;
    private static final int SERIES_LOOKED_AT = 100;

    private HostFigures() {}

    /** A series of a host that reports as the house's own agents do. */
    static SeriesKey key(String metric, Host host) {
        return new SeriesKey(
                metric,
                List.of(
                        new Label("region", host.zone().region().value()),
                        new Label("zone", host.zone().zone()),
                        new Label("host", host.id().value())));
    }

    /** CPU time used, per mille, or -1 when the host does not say. */
    static int cpuPerMille(LiveSeries live, Host host) {
        double cpu = live.latest(key("host_cpu_ratio", host));
        return Double.isNaN(cpu) ? -1 : (int) Math.round(cpu * 1_000);
    }

    /** How something is as far as hearing of it goes, since when, and in words. */
    record Hearing(Health health, @Nullable Instant since, String words) {
        void show(PlaceHead head) {
            head.show(health, since, words);
        }
    }

    /** Whether the host is heard of, and since when it is not. */
    static Hearing heard(LiveSeries live, Host host, long nowMs) {
        if (isHeard(live, host, nowMs)) {
            return new Hearing(Health.OK, null, "its telemetry arrives");
        }
        return silent(lastMs(live, live.ofHost(host.id(), SERIES_LOOKED_AT)));
    }

    /** The same of what these series tell of. */
    static Hearing heard(LiveSeries live, List<Series> series, long nowMs, Duration silentAfter) {
        long lastMs = lastMs(live, series);
        return lastMs > nowMs - silentAfter.toMillis()
                ? new Hearing(Health.OK, null, "its telemetry arrives")
                : silent(lastMs);
    }

    private static Hearing silent(long lastMs) {
        return lastMs == Long.MIN_VALUE
                ? new Hearing(Health.UNKNOWN, null, "nothing was heard since the start")
                : new Hearing(Health.UNKNOWN, Instant.ofEpochMilli(lastMs), "its telemetry has stopped");
    }

    private static long lastMs(LiveSeries live, List<Series> series) {
        return series.stream()
                .mapToLong(each -> live.lastSeenMs(each.key()))
                .max()
                .orElse(Long.MIN_VALUE);
    }

    /**
     * Whether the host was heard of lately: within three seconds, or three of its own intervals when it reports more
     * slowly.
     */
    static boolean isHeard(LiveSeries live, Host host, long nowMs) {
        long ownAgent = live.lastSeenMs(key("host_cpu_ratio", host));
        if (ownAgent != Long.MIN_VALUE) {
            return nowMs - ownAgent <= HEARD_WITHIN_MS;
        }
        return live.ofHost(host.id(), 1).stream().map(Series::key).anyMatch(key -> live.isFresh(key, nowMs));
    }
}
