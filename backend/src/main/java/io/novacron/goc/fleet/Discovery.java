package io.novacron.goc.fleet;

import io.novacron.goc.fleet.simulated.SimulatedFleet;
import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.ZoneKey;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.telemetry.SeriesKey;
import io.novacron.goc.telemetry.SeriesListener;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Finds regions, hosts and VMs by the labels of their series. Labels: {@code region} (or {@code goc_region}), {@code zone},
 * {@code host} or else {@code instance} without its port, {@code vm}. Memory knows them at once; the database soon after.
 */
final class Discovery implements SeriesListener {

    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
    private static final String DEFAULT_ZONE = "default";
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

    private final Fleet fleet;
    private final FleetWriter writer;
    private final boolean simulation;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** @param simulation whether series of the simulated fleet, which a former run may have left, count */
    Discovery(Fleet fleet, FleetWriter writer, boolean simulation, ApplicationEventPublisher events, Clock clock) {
        this.fleet = fleet;
        this.writer = writer;
        this.simulation = simulation;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void discovered(List<Series> series) {
        Instant now = clock.instant();
        List<HostId> fresh = new ArrayList<>();
        for (Series each : series) {
            try {
                place(each, now).ifPresent(fresh::add);
            } catch (OperationsException e) {
                LOG.atDebug().addKeyValue("series", each.key()).log(e.explanation());
            }
        }
        if (!fresh.isEmpty()) {
            events.publishEvent(new HostsDiscovered(List.copyOf(fresh), now));
        }
    }

    private Optional<HostId> place(Series series, Instant now) {
        boolean ofSimulation = series.source().equals(SimulatedFleet.NAME);
        SeriesKey key = series.key();
        String host = hostOf(key);
        String zone = labelOf(key, "zone");
        if ((host == null && zone == null) || (ofSimulation && !simulation)) {
            return Optional.empty();
        }
        RegionId region = regionOf(key);
        known(region);
        ZoneKey zoneKey = new ZoneKey(region, zone == null ? DEFAULT_ZONE : zone);
        if (host == null) {
            fleet.add(zoneKey);
            return Optional.empty();
        }
        Host found = new Host(new HostId(host), zoneKey, series.source(), ofSimulation, now);
        boolean fresh = fleet.add(found);
        if (fresh) {
            writer.add(found);
        }
        String vm = labelOf(key, "vm");
        if (vm != null) {
            String flavor = labelOf(key, "flavor");
            Vm machine = new Vm(vm, found.id(), flavor == null ? "unknown" : flavor, now);
            if (fleet.add(machine)) {
                writer.add(machine);
            }
        }
        return fresh ? Optional.of(found.id()) : Optional.empty();
    }

    private void known(RegionId id) {
        if (fleet.region(id).isPresent()) {
            return;
        }
        String name = id.equals(RegionId.UNASSIGNED) ? "Unassigned hosts" : id.value();
        Region region = new Region(id, name, "", "", null, null, ZoneOffset.UTC, false);
        if (fleet.add(region)) {
            writer.add(region, fleet.indexOf(id));
            events.publishEvent(new RegionDiscovered(region, clock.instant()));
        }
    }

    private static RegionId regionOf(SeriesKey key) {
        String region = labelOf(key, "region");
        if (region == null) {
            region = labelOf(key, "goc_region");
        }
        return region == null ? RegionId.UNASSIGNED : new RegionId(region);
    }

    /** The host that a series belongs to, or {@code null}. */
    static @Nullable String hostOf(SeriesKey key) {
        String host = labelOf(key, "host");
        if (host != null) {
            return host;
        }
        String instance = labelOf(key, "instance");
        if (instance == null) {
            return null;
        }
        int bracket = instance.indexOf(']');
        if (instance.startsWith("[") && bracket > 0) {
            return instance.substring(1, bracket);
        }
        return PORT.matcher(instance).replaceFirst("");
    }

    /** The value of the label, or {@code null} when there is none or it is empty, as Prometheus sees it. */
    private static @Nullable String labelOf(SeriesKey key, String name) {
        String value = key.label(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
