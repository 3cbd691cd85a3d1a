package io.novacron.goc.fleet;

import io.novacron.goc.kernel.ErrorCode;
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

    private final Fleet fleet;
    private final FleetWriter writer;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Discovery(Fleet fleet, FleetWriter writer, ApplicationEventPublisher events, Clock clock) {
        this.fleet = fleet;
        this.writer = writer;
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
        SeriesKey key = series.key();
        String host = hostOf(key);
        String zone = key.label("zone");
        if (host == null && zone == null) {
            return Optional.empty();
        }
        RegionId region = regionOf(key);
        known(region);
        ZoneKey zoneKey = new ZoneKey(region, zone == null ? DEFAULT_ZONE : zone);
        if (host == null) {
            fleet.add(zoneKey);
            return Optional.empty();
        }
        boolean simulated = fleet.region(region).map(Region::simulated).orElse(false)
                && series.source().equals("simulation");
        Host found = new Host(new HostId(host), zoneKey, series.source(), simulated, now);
        boolean fresh = fleet.add(found);
        if (fresh) {
            writer.add(found);
        }
        String vm = key.label("vm");
        if (vm != null && !vm.isEmpty() && vm.length() <= 128) {
            String flavor = key.label("flavor");
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
        String region = key.label("region");
        if (region == null) {
            region = key.label("goc_region");
        }
        return region == null || region.isEmpty() ? RegionId.UNASSIGNED : new RegionId(region);
    }

    /** The host that a series belongs to, or {@code null}. */
    static @Nullable String hostOf(SeriesKey key) {
        String host = key.label("host");
        if (host != null && !host.isEmpty()) {
            return host;
        }
        String instance = key.label("instance");
        if (instance == null || instance.isEmpty()) {
            return null;
        }
        if (instance.startsWith("[")) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT, "instance %s is no host name; add a label host".formatted(instance));
        }
        int port = instance.lastIndexOf(':');
        return port > 0 ? instance.substring(0, port) : instance;
    }
}
