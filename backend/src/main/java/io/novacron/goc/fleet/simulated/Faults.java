package io.novacron.goc.fleet.simulated;

import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.fleet.Host;
import io.novacron.goc.fleet.Region;
import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.ZoneKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Breaks and mends the simulated fleet. Faults are stored, so that a restart goes on with those that last. */
@Service
public class Faults {

    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int ACTIVE_MOST = 100;
    private static final int NEAREST_NAMED = 3;

    private final FaultStore store;
    private final Fleet fleet;
    private final SimulationSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Ids ids;
    private volatile List<Fault> known;

    Faults(
            FaultStore store,
            Fleet fleet,
            SimulationSettings settings,
            ApplicationEventPublisher events,
            Clock clock,
            Ids ids) {
        this.store = store;
        this.fleet = fleet;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
        this.ids = ids;
        this.known = store.active(clock.instant());
    }

    /**
     * Injects a fault, from now on.
     *
     * @param other the second region of a partition, {@code null} for every other kind
     * @throws OperationsException NOT_FOUND when the target is unknown, INVALID_INPUT when it does not suit the kind or
     *     it lasts less than 10 s or more than 24 h, CONFLICT when the simulation is off or too much is broken already
     */
    @Transactional
    public Fault inject(FaultKind kind, Place target, @Nullable RegionId other, Duration lasts, Actor by) {
        Fault fault = new Fault(ids.next(), kind, target, other, clock.instant(), lasts, null, by);
        inject(fault);
        return fault;
    }

    /** Injects a planned fault once, however often it is asked for. */
    @Transactional
    void injectOnce(Fault fault) {
        inject(fault);
    }

    private void inject(Fault fault) {
        check(fault);
        if (store.add(fault)) {
            events.publishEvent(new FaultInjected(fault, fault.by(), clock.instant()));
            remember(fault);
        }
    }

    /**
     * Ends a fault before its time.
     *
     * @throws OperationsException NOT_FOUND when there is no such fault or it has ended
     */
    @Transactional
    public void end(UUID id, Actor by) {
        Instant now = clock.instant();
        Fault fault = active().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new OperationsException(
                        ErrorCode.NOT_FOUND, "fault %s is not active; it may have ended".formatted(id)));
        if (store.end(id, now)) {
            Fault ended = new Fault(
                    fault.id(),
                    fault.kind(),
                    fault.target(),
                    fault.otherRegion(),
                    fault.startedAt(),
                    fault.lasts(),
                    now,
                    fault.by());
            events.publishEvent(new FaultEnded(ended, by, now));
            remember(ended);
        }
    }

    /** The faults in force now, newest first. */
    public List<Fault> active() {
        Instant now = clock.instant();
        return known.stream().filter(fault -> fault.isActiveAt(now)).toList();
    }

    /** The last faults, newest first. */
    public List<Fault> recent(int most) {
        return store.recent(most);
    }

    /** All faults that may matter to a second of now, in force or ended lately, newest first. */
    List<Fault> known() {
        return known;
    }

    private synchronized void remember(Fault fault) {
        Instant forgotten = clock.instant().minus(REMEMBERED);
        List<Fault> more = new ArrayList<>();
        more.add(fault);
        known.stream()
                .filter(other -> !other.id().equals(fault.id()) && other.until().isAfter(forgotten))
                .forEach(more::add);
        known = List.copyOf(more);
    }

    private void check(Fault fault) {
        if (!settings.enabled()) {
            throw new OperationsException(
                    ErrorCode.CONFLICT, "the simulation is off (goc.simulation.enabled=false); nothing can be broken");
        }
        if (fault.lasts().compareTo(SHORTEST) < 0 || fault.lasts().compareTo(LONGEST) > 0) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "a fault of %d s is asked for; 10 s to 86400 s are allowed"
                            .formatted(fault.lasts().toSeconds()));
        }
        if (active().size() >= ACTIVE_MOST) {
            throw new OperationsException(
                    ErrorCode.CONFLICT,
                    "%d faults are active, the most there may be; end some first".formatted(ACTIVE_MOST));
        }
        checkTarget(fault);
    }

    private void checkTarget(Fault fault) {
        boolean needsOther = fault.kind().target() == FaultKind.Target.TWO_REGIONS;
        RegionId other = fault.otherRegion();
        RegionId region = fault.target().region();
        boolean suits = fault.kind().suits(fault.target()) && needsOther == (other != null) && !region.equals(other);
        if (!suits) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "a fault '%s' needs %s; %s%s is given"
                            .formatted(
                                    fault.kind().title(),
                                    needs(fault.kind()),
                                    fault.target(),
                                    other == null ? "" : " with " + other));
        }
        checkRegion(region);
        if (other != null) {
            checkRegion(other);
        }
        ZoneKey zone = fault.target().zoneKey();
        HostId host = fault.target().host();
        if (zone != null) {
            checkZone(zone);
        }
        if (zone != null && host != null) {
            checkHost(zone, host);
        }
    }

    private void checkRegion(RegionId id) {
        if (!fleet.region(id).map(Region::simulated).orElse(false)) {
            throw unknown(
                    "simulated region",
                    id.value(),
                    fleet.regions().stream()
                            .filter(Region::simulated)
                            .map(region -> region.id().value())
                            .toList());
        }
    }

    private void checkZone(ZoneKey zone) {
        List<String> zones =
                fleet.zones(zone.region()).stream().map(ZoneKey::zone).toList();
        if (!zones.contains(zone.zone())) {
            throw unknown("zone of " + zone.region(), zone.zone(), zones);
        }
    }

    private void checkHost(ZoneKey zone, HostId id) {
        List<String> hosts = fleet.hosts(zone).stream()
                .filter(Host::simulated)
                .map(host -> host.id().value())
                .toList();
        if (!hosts.contains(id.value())) {
            throw unknown("simulated host of " + zone, id.value(), hosts);
        }
    }

    private static OperationsException unknown(String what, String name, List<String> names) {
        List<String> near = Nearest.to(name, names, NEAREST_NAMED);
        return new OperationsException(
                ErrorCode.NOT_FOUND,
                "there is no %s '%s'%s".formatted(what, name, near.isEmpty() ? "" : "; the nearest are " + near));
    }

    private static String needs(FaultKind kind) {
        return switch (kind.target()) {
            case REGION -> "a region";
            case TWO_REGIONS -> "two different regions";
            case ZONE -> "a region and one of its zones";
            case HOST -> "a host with its region and zone";
        };
    }
}
