package io.novacron.goc.ui.fleet;

import io.novacron.goc.kernel.ZoneKey;
import io.novacron.goc.telemetry.SeriesKey;
import io.novacron.goc.ui.live.LiveSeries;

/** Figures of a zone for its tile. */
final class ZoneFigures {

    private ZoneFigures() {}

    /** Hosts up of a thousand, or -1 when the zone does not say. */
    static int hostsUpPerMille(LiveSeries live, ZoneKey zone) {
        double up = live.latest(key("zone_hosts_up", zone));
        double total = live.latest(key("zone_hosts_total", zone));
        return Double.isNaN(up) || Double.isNaN(total) || total == 0 ? -1 : (int) Math.round(1_000 * up / total);
    }

    private static SeriesKey key(String metric, ZoneKey zone) {
        return SeriesKey.of(metric, "region", zone.region().value(), "zone", zone.zone());
    }
}
