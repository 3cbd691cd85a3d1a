package io.novacron.goc.availability;

import io.novacron.goc.availability.Watched.Indicator;
import io.novacron.goc.availability.Watched.Station;
import io.novacron.goc.kernel.Health;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.telemetry.Freshness;
import io.novacron.goc.telemetry.Inflow;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.telemetry.SeriesPlace;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of every place, worked out from batches and time alone: no clock, no thread, no database. The folding of a
 * point is two reads of an array by its series' index. One thread at a time.
 */
final class HealthModel {

    private static final int NONE = -1;
    /** When nothing at all comes in, every place is given this much longer: a pause of ours is not their silence. */
    private static final long STALL_GRACE_MS = 3_000;
    /** Time between two evaluations beyond which nobody watched. */
    private static final long UNWATCHED_MS = 10_000;

    private final AvailabilitySettings settings;
    private final HealthRule rule;
    private final StateOfPlace states;
    private final long startedMs;
    private final Freshness freshness = new Freshness();
    private final Inflow inflow = new Inflow(STALL_GRACE_MS);
    private final Map<Place, Station> stations = new LinkedHashMap<>();
    private final Map<Place, Integer> hosts = new HashMap<>();
    private final List<Indicator> indicators = new ArrayList<>();
    private int subjects;
    private int[] hostOf = new int[0];
    private int[] indicatorOf = new int[0];
    private long lastEvaluationMs;
    private Instant minute;

    HealthModel(AvailabilitySettings settings, Instant now) {
        this.settings = settings;
        this.rule = new HealthRule(settings.badSamples(), settings.calmFor().toMillis());
        this.states = new StateOfPlace(settings, rule, freshness);
        this.startedMs = now.toEpochMilli();
        this.lastEvaluationMs = startedMs;
        this.minute = now.truncatedTo(ChronoUnit.MINUTES);
    }

    void discovered(List<Series> fresh, Instant now) {
        int length = hostOf.length;
        for (Series series : fresh) {
            length = Math.max(length, series.index() + 1);
        }
        if (length > hostOf.length) {
            int known = hostOf.length;
            int room = Math.max(length, known * 2);
            hostOf = Arrays.copyOf(hostOf, room);
            indicatorOf = Arrays.copyOf(indicatorOf, room);
            Arrays.fill(hostOf, known, room, NONE);
            Arrays.fill(indicatorOf, known, room, NONE);
        }
        fresh.forEach(series -> place(series, now));
    }

    private void place(Series series, Instant now) {
        Place place = SeriesPlace.of(series.key());
        if (place == null || series.key().label("vm") != null) {
            return;
        }
        if (place.host() != null) {
            hostOf[series.index()] = hosts.computeIfAbsent(place, host -> {
                int subject = subjects++;
                station(new Place(host.region(), host.zone(), null), now).hosts.add(subject);
                return subject;
            });
            return;
        }
        Gauge gauge = Gauge.of(series.key().metric());
        if (gauge != null) {
            Station station = station(place, now);
            Indicator indicator = new Indicator(gauge, subjects++, station);
            station.indicators.add(indicator);
            indicatorOf[series.index()] = indicators.size();
            indicators.add(indicator);
        }
    }

    private Station station(Place place, Instant now) {
        Station known = stations.get(place);
        if (known != null) {
            return known;
        }
        Station station = new Station(place, now);
        stations.put(place, station);
        if (place.zone() != null) {
            station(Place.of(place.region()), now).zones.add(station);
        }
        return station;
    }

    /**
     * Takes in a batch; returns whether an indicator went from one state to another, so that states should be worked
     * out now.
     */
    boolean fold(PointBatch batch, long nowMs) {
        long acceptedMs = batch.acceptedAt().toEpochMilli();
        inflow.folded(batch, nowMs);
        int[] series = batch.series();
        long[] times = batch.timestampsMs();
        double[] values = batch.values();
        boolean moved = false;
        for (int i = 0; i < series.length; i++) {
            int index = series[i];
            if (index >= hostOf.length) {
                continue;
            }
            int host = hostOf[index];
            if (host != NONE) {
                freshness.seen(host, times[i], acceptedMs);
            } else if (indicatorOf[index] != NONE) {
                moved |= sample(indicators.get(indicatorOf[index]), times[i], values[i], acceptedMs);
            }
        }
        return moved;
    }

    private boolean sample(Indicator indicator, long atMs, double value, long acceptedMs) {
        if (atMs <= indicator.atMs) {
            return false;
        }
        freshness.seen(indicator.subject, atMs, acceptedMs);
        if (acceptedMs >= startedMs) {
            account(indicator, atMs, value);
        }
        indicator.atMs = atMs;
        indicator.value = value;
        HealthRule.Reading reading = indicator.gauge.decides()
                ? HealthRule.read(value, indicator.gauge.degradedFrom(settings), indicator.gauge.criticalFrom(settings))
                : HealthRule.Reading.CLEAN;
        Health before = indicator.standing.state();
        indicator.standing = rule.next(indicator.standing, reading, atMs);
        return before != indicator.standing.state();
    }

    /** Counts the requests since the last sample, as many as the rate says; never over a gap. */
    private void account(Indicator indicator, long atMs, double value) {
        Station station = indicator.station;
        if (station.isZone() || indicator.atMs == 0) {
            return;
        }
        double gapMs = Math.min((double) (atMs - indicator.atMs), freshness.intervalMs(indicator.subject));
        if (indicator.gauge == Gauge.REQUESTS) {
            station.ledger.serve(value * gapMs / 1_000);
        } else if (indicator.gauge == Gauge.ERRORS) {
            double rate = station.value(Gauge.REQUESTS);
            station.ledger.fail(Double.isNaN(rate) ? 0 : value * rate * gapMs / 1_000);
        }
    }

    /** Works out where every place stands; returns what changed. */
    List<HealthChanged> evaluate(Instant now, List<Window> windows) {
        long nowMs = now.toEpochMilli();
        long referenceMs = inflow.referenceMs(nowMs);
        spend(nowMs);
        List<HealthChanged> changes = new ArrayList<>();
        for (Station station : stations.values()) {
            if (station.isZone()) {
                evaluate(station, now, referenceMs, windows, changes);
            }
        }
        for (Station station : stations.values()) {
            if (!station.isZone()) {
                evaluate(station, now, referenceMs, windows, changes);
            }
        }
        return changes;
    }

    private void evaluate(
            Station station, Instant now, long referenceMs, List<Window> windows, List<HealthChanged> changes) {
        HealthReading before = station.reading;
        HealthReading after = states.read(station, now, referenceMs, windowOver(station.place, now, windows));
        station.reading = after;
        if (before.state() != after.state()) {
            changes.add(new HealthChanged(station.place, before.state(), after.state(), now, after.reason()));
        }
    }

    private static @Nullable Window windowOver(Place place, Instant now, List<Window> windows) {
        for (Window window : windows) {
            if (window.covers(place, now)) {
                return window;
            }
        }
        return null;
    }

    private void spend(long nowMs) {
        long span = Math.max(0, nowMs - lastEvaluationMs);
        lastEvaluationMs = nowMs;
        for (Station station : stations.values()) {
            if (!station.isZone()) {
                Health state = span > UNWATCHED_MS ? Health.UNKNOWN : station.reading.state();
                station.ledger.spend(state, span / 1_000.0);
            }
        }
    }

    /** Closes the minute if it is over: what each region went through in it; otherwise nothing. */
    List<LedgerMinute> closeMinute(Instant now) {
        return now.truncatedTo(ChronoUnit.MINUTES).equals(minute) ? List.of() : closeNow(now);
    }

    /** Closes the minute as far as it went. */
    List<LedgerMinute> closeNow(Instant now) {
        List<LedgerMinute> closed = new ArrayList<>();
        for (Station station : stations.values()) {
            if (!station.isZone()) {
                closed.add(station.ledger.close(station.place.region(), minute));
            }
        }
        minute = now.truncatedTo(ChronoUnit.MINUTES);
        return closed;
    }

    Collection<Station> stations() {
        return stations.values();
    }

    static RegionIndicators indicators(Station region) {
        int total = 0;
        for (Station zone : region.zones) {
            total += zone.hosts.size();
        }
        return new RegionIndicators(
                region.value(Gauge.REQUESTS),
                region.value(Gauge.ERRORS),
                region.value(Gauge.LATENCY),
                region.hostsUp,
                total,
                region.heardMs == 0 ? null : Instant.ofEpochMilli(region.heardMs));
    }
}
