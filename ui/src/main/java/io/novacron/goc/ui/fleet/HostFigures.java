package io.novacron.goc.ui.fleet;

import io.novacron.goc.fleet.Host;
import io.novacron.goc.telemetry.Label;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.telemetry.SeriesKey;
import io.novacron.goc.ui.live.LiveSeries;
import java.util.List;

/** Figures of a host, whatever names its source gives to its metrics. */
final class HostFigures {

    private static final long HEARD_WITHIN_MS = 3_000;

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
