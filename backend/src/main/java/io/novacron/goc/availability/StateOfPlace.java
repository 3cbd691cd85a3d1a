package io.novacron.goc.availability;

import io.novacron.goc.availability.HealthRule.Reading;
import io.novacron.goc.availability.Watched.Indicator;
import io.novacron.goc.availability.Watched.Station;
import io.novacron.goc.kernel.Health;
import io.novacron.goc.telemetry.Freshness;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a zone or region stands: announced work first, then its own indicators, then its parts. Silent parts alone
 * never make a place worse than degraded while its users are served well, and a place that is not heard is unknown.
 */
final class StateOfPlace {

    /** How long the parts of a place may take to be heard again. */
    private static final long GATHERING_MS = 10_000;

    private final AvailabilitySettings settings;
    private final HealthRule rule;
    private final Freshness freshness;

    StateOfPlace(AvailabilitySettings settings, HealthRule rule, Freshness freshness) {
        this.settings = settings;
        this.rule = rule;
        this.freshness = freshness;
    }

    /** Reads a place; the zones of a region must have been read before it. */
    HealthReading read(Station station, Instant now, long referenceMs, @Nullable Window window) {
        silence(station, referenceMs);
        Reading parts = station.isZone() ? readHosts(station, referenceMs) : readZones(station);
        Verdict verdict = window != null
                ? new Verdict(
                        Health.MAINTENANCE,
                        "maintenance until %s: %s".formatted(window.span().until(), window.reason()))
                : judge(station, parts, now, referenceMs);
        HealthReading before = station.reading;
        return before.state() == verdict.state()
                ? new HealthReading(before.state(), before.since(), verdict.reason())
                : new HealthReading(verdict.state(), now, verdict.reason());
    }

    private void silence(Station station, long referenceMs) {
        station.heardMs = 0;
        for (Indicator indicator : station.indicators) {
            station.heardMs = Math.max(station.heardMs, freshness.heardMs(indicator.subject));
            if (freshness.silent(indicator.subject, referenceMs, settings.silenceIntervals())) {
                indicator.standing = HealthRule.silent(indicator.standing);
            }
        }
    }

    private Reading readHosts(Station zone, long referenceMs) {
        int up = 0;
        for (int host : zone.hosts) {
            zone.heardMs = Math.max(zone.heardMs, freshness.heardMs(host));
            if (!freshness.silent(host, referenceMs, settings.silenceIntervals())) {
                up++;
            }
        }
        zone.hostsUp = up;
        double share = zone.hosts.isEmpty() ? 1 : (double) up / zone.hosts.size();
        return share < settings.hostsUpDegraded() ? Reading.DEGRADED : Reading.CLEAN;
    }

    private static Reading readZones(Station region) {
        region.hostsUp = 0;
        boolean bad = false;
        for (Station zone : region.zones) {
            region.hostsUp += zone.hostsUp;
            region.heardMs = Math.max(region.heardMs, zone.heardMs);
            bad |= isLost(zone);
        }
        return bad ? Reading.DEGRADED : Reading.CLEAN;
    }

    private static boolean isLost(Station zone) {
        return zone.reading.state() == Health.UNKNOWN || zone.reading.state() == Health.CRITICAL;
    }

    private Verdict judge(Station station, Reading parts, Instant now, long referenceMs) {
        boolean hasIndicators = false;
        boolean unheard = false;
        Indicator worst = null;
        for (Indicator indicator : station.indicators) {
            if (!indicator.gauge.decides()) {
                continue;
            }
            hasIndicators = true;
            unheard |= indicator.standing.state() == Health.UNKNOWN;
            if (isBad(indicator) && (worst == null || isWorse(indicator, worst))) {
                worst = indicator;
            }
        }
        if (worst != null && worst.standing.state() == Health.CRITICAL) {
            return complaint(worst);
        }
        if (hasIndicators ? unheard : nothingHeard(station)) {
            station.parts = HealthRule.silent(station.parts);
            station.gatheringSinceMs = 0;
            return new Verdict(Health.UNKNOWN, silentFor(station, referenceMs));
        }
        if (worst == null && isGathering(station, parts, now.toEpochMilli())) {
            station.parts = rule.heard(station.parts);
            return new Verdict(Health.UNKNOWN, "heard again; waiting a moment for the rest of it");
        }
        station.parts = rule.next(station.parts, parts, now.toEpochMilli());
        if (worst != null) {
            return complaint(worst);
        }
        Health state = station.parts.state();
        return new Verdict(state, state == Health.OK ? "all indicators are within their limits" : partsLost(station));
    }

    /** After a start or a silence the parts of a place come back one after another; those not here yet are not lost. */
    private static boolean isGathering(Station station, Reading parts, long nowMs) {
        if (station.parts.state() != Health.UNKNOWN || parts == Reading.CLEAN) {
            return false;
        }
        if (station.gatheringSinceMs == 0) {
            station.gatheringSinceMs = nowMs;
        }
        return nowMs - station.gatheringSinceMs < GATHERING_MS;
    }

    private static boolean isBad(Indicator indicator) {
        Health state = indicator.standing.state();
        return state == Health.DEGRADED || state == Health.CRITICAL;
    }

    private static boolean isWorse(Indicator one, Indicator other) {
        return one.standing.state().compareTo(other.standing.state()) > 0;
    }

    private static boolean nothingHeard(Station station) {
        if (station.isZone()) {
            return station.hostsUp == 0;
        }
        return station.zones.stream().allMatch(zone -> zone.reading.state() == Health.UNKNOWN);
    }

    private Verdict complaint(Indicator worst) {
        Health state = worst.standing.state();
        double limit =
                state == Health.CRITICAL ? worst.gauge.criticalFrom(settings) : worst.gauge.degradedFrom(settings);
        String text = worst.value >= limit
                ? worst.gauge.complaint(worst.value, limit)
                : worst.gauge.complaint(worst.value, limit) + "; better, but not yet for "
                        + settings.calmFor().toSeconds() + " s";
        return new Verdict(state, text);
    }

    private static String silentFor(Station station, long referenceMs) {
        return station.heardMs == 0
                ? "nothing was heard since the start"
                : String.format(
                        Locale.ROOT,
                        "service indicators are silent; last heard of anything here %.1f s ago",
                        Math.max(0, referenceMs - station.heardMs) / 1_000.0);
    }

    private static String partsLost(Station station) {
        if (station.parts.state() == Health.UNKNOWN) {
            return "heard again; waiting for a second sample";
        }
        if (station.isZone()) {
            return "%d of %d hosts are heard".formatted(station.hostsUp, station.hosts.size());
        }
        long lost = station.zones.stream().filter(StateOfPlace::isLost).count();
        return lost == 0
                ? "all zones are back, but not yet for long enough"
                : "%d of %d zones are unknown or critical".formatted(lost, station.zones.size());
    }

    /** A state and why. */
    private record Verdict(Health state, String reason) {}
}
