package io.novacron.goc.fleet;

import io.novacron.goc.fleet.simulated.Inventory;
import io.novacron.goc.fleet.simulated.SimulatedFleet;
import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.ZoneKey;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.telemetry.SeriesKey;
import io.novacron.goc.telemetry.SeriesListener;
import io.novacron.goc.telemetry.SeriesPlace;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Finds regions, hosts and VMs by the labels of their series ({@link SeriesPlace}; a VM by its label {@code vm}).
 * Memory knows them at once; the database soon after.
 */
final class Discovery implements SeriesListener {

    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);

    private final Fleet fleet;
    private final FleetWriter writer;
    private final Inventory simulated;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** @param simulated what counts of the series of the simulated fleet, which an earlier run may have left */
    Discovery(Fleet fleet, FleetWriter writer, Inventory simulated, ApplicationEventPublisher events, Clock clock) {
        this.fleet = fleet;
        this.writer = writer;
        this.simulated = simulated;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void discovered(List<Series> series) {
        Instant now = clock.instant();
        List<HostId> fresh = new ArrayList<>();
        for (Series each : series) {
            place(each, now).ifPresent(fresh::add);
        }
        if (!fresh.isEmpty()) {
            events.publishEvent(new HostsDiscovered(List.copyOf(fresh), now));
        }
    }

    private Optional<HostId> place(Series series, Instant now) {
        Place place = SeriesPlace.of(series.key());
        ZoneKey zone = place == null ? null : place.zoneKey();
        boolean ofSimulation = series.source().equals(SimulatedFleet.NAME);
        if (place == null || zone == null) {
            return Optional.empty();
        }
        HostId host = place.host();
        if (ofSimulation && !(host == null ? simulated.has(zone) : simulated.has(host))) {
            return Optional.empty();
        }
        known(place.region());
        if (host == null) {
            fleet.add(zone);
            return Optional.empty();
        }
        Host found = new Host(host, zone, series.source(), ofSimulation, now);
        boolean fresh = fleet.add(found);
        if (fresh) {
            writer.add(found);
        }
        String vm = series.key().label("vm");
        if (vm != null && !vm.isEmpty() && (!ofSimulation || simulated.has(host, vm))) {
            addVm(series.key(), vm, host, now);
        }
        return fresh ? Optional.of(host) : Optional.empty();
    }

    private void addVm(SeriesKey key, String vm, HostId host, Instant now) {
        String flavor = key.label("flavor");
        try {
            Vm machine = new Vm(vm, host, flavor == null ? "unknown" : flavor, now);
            if (fleet.add(machine)) {
                writer.add(machine);
            }
        } catch (OperationsException e) {
            LOG.atDebug().addKeyValue("series", key).log(e.explanation());
        }
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
}
