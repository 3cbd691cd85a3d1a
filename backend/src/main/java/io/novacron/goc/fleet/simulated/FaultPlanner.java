package io.novacron.goc.fleet.simulated;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.Draws;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.ZoneKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The seeded fault plan: in two of three slots of ten minutes, one fault somewhere; the same seed plans the same. */
final class FaultPlanner {

    private static final long SLOT_SECONDS = 600;
    private static final long SUBJECT = 30_000_000_000L;
    private static final FaultKind[] KINDS = {
        FaultKind.ZONE_POWER_LOSS, FaultKind.BAD_DEPLOYMENT, FaultKind.SENSOR_SILENCE, FaultKind.NETWORK_PARTITION
    };

    private final SimulationSettings settings;
    private final Topology topology;
    private final Faults faults;
    private final Draws draws;

    FaultPlanner(SimulationSettings settings, Topology topology, Faults faults) {
        this.settings = settings;
        this.topology = topology;
        this.faults = faults;
        this.draws = new Draws(settings.seed());
    }

    /** Injects what the plan has for the second, if anything. */
    void plan(long second) {
        long slot = Math.floorDiv(second, SLOT_SECONDS);
        boolean due = settings.faultPlan() == SimulationSettings.FaultPlan.DEMO
                && draws.uniform(SUBJECT, slot) < 0.67
                && second == slot * SLOT_SECONDS + (long) (draws.uniform(SUBJECT + 1, slot) * SLOT_SECONDS);
        if (due) {
            faults.injectOnce(planned(slot, second));
        }
    }

    private Fault planned(long slot, long second) {
        FaultKind kind = KINDS[pick(2, slot, KINDS.length)];
        int regions = topology.regions().size();
        int region = pick(3, slot, regions);
        RegionId id = topology.regions().get(region).id();
        int zone = topology.firstZone(region) + pick(4, slot, topology.zonesOf(region));
        Place target = kind.target() == FaultKind.Target.ZONE
                ? Place.of(new ZoneKey(id, topology.zoneName(zone)))
                : Place.of(id);
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
