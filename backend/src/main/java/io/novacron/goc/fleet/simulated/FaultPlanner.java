package io.novacron.goc.fleet.simulated;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.Draws;
import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.ZoneKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** The seeded fault plan: in two of three slots of ten minutes, one fault somewhere; the same seed plans the same. */
final class FaultPlanner {

    private static final long SLOT_SECONDS = 600;
    private static final long SUBJECT = 30_000_000_000L;
    private static final long LATE_SECONDS = 30;

    private final SimulationSettings settings;
    private final Topology topology;
    private final Faults faults;
    private final Draws draws;
    private final FaultKind[] kinds;
    private long lastSlot = Long.MIN_VALUE;

    FaultPlanner(SimulationSettings settings, Topology topology, Faults faults) {
        this.settings = settings;
        this.topology = topology;
        this.faults = faults;
        this.draws = new Draws(settings.seed());
        this.kinds = Arrays.stream(FaultKind.values())
                .filter(kind -> kind.target() != FaultKind.Target.TWO_REGIONS || settings.regions() > 1)
                .toArray(FaultKind[]::new);
    }

    /** Injects what the plan has for the second, or had for one of the last few in case those were missed. */
    void plan(long second) {
        if (settings.faultPlan() != SimulationSettings.FaultPlan.DEMO) {
            return;
        }
        long slot = Math.floorDiv(second, SLOT_SECONDS);
        long due = slot * SLOT_SECONDS + (long) (draws.uniform(SUBJECT + 1, slot) * SLOT_SECONDS);
        if (draws.uniform(SUBJECT, slot) < 0.67 && second >= due && second < due + LATE_SECONDS && slot != lastSlot) {
            lastSlot = slot;
            faults.injectOnce(planned(slot, due));
        }
    }

    private Fault planned(long slot, long second) {
        FaultKind kind = kinds[pick(2, slot, kinds.length)];
        int regions = topology.regions().size();
        int region = pick(3, slot, regions);
        RegionId id = topology.regions().get(region).id();
        int zone = topology.firstZone(region) + pick(4, slot, topology.zonesOf(region));
        ZoneKey zoneKey = new ZoneKey(id, topology.zoneName(zone));
        int host = topology.firstHost(zone) + pick(7, slot, topology.hostsOf(zone));
        Place target = switch (kind.target()) {
            case REGION, TWO_REGIONS -> Place.of(id);
            case ZONE -> Place.of(zoneKey);
            case HOST -> new Place(id, zoneKey.zone(), new HostId(topology.hostName(host)));
        };
        RegionId other = kind.target() == FaultKind.Target.TWO_REGIONS
                ? topology.regions()
                        .get((region + 1 + pick(5, slot, regions - 1)) % regions)
                        .id()
                : null;
        Duration lasts = Duration.ofSeconds(120 + pick(6, slot, 240));
        UUID once = UUID.nameUUIDFromBytes(("plan-" + settings.seed() + "-" + slot).getBytes(StandardCharsets.UTF_8));
        return new Fault(
                once, kind, target, other, Instant.ofEpochSecond(second), lasts, null, Actor.machine("simulation"));
    }

    private int pick(int what, long slot, int many) {
        return (int) (draws.uniform(SUBJECT + what, slot) * many);
    }
}
