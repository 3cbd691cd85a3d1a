package io.novacron.goc.fleet.simulated;

import io.novacron.goc.fleet.simulated.SimulationSettings.FaultPlan;
import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.ZoneKey;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Small fleets and ready faults for the tests of this package. */
final class Models {

    static final RegionId FRANKFURT = new RegionId("eu-frankfurt");
    static final RegionId TOKYO = new RegionId("ap-tokyo");
    static final ZoneKey FRANKFURT_A = new ZoneKey(FRANKFURT, "a");
    static final HostId HOST = new HostId("eu-frankfurt-a-001");

    /** A Tuesday afternoon in Frankfurt, where demand is high. */
    static final Instant START = Instant.parse("2026-03-10T13:00:00Z");

    private Models() {}

    static SimulationSettings small(long seed) {
        return new SimulationSettings(true, seed, 6, 120, 600, FaultPlan.NONE);
    }

    static World world(SimulationSettings settings) {
        return new World(Topology.of(settings), settings.seed());
    }

    /** A fault of the kind on Frankfurt, its zone a or that zone's first host, from {@link #START} for ten minutes. */
    static Fault fault(FaultKind kind) {
        Place target = switch (kind.target()) {
            case REGION, TWO_REGIONS -> Place.of(FRANKFURT);
            case ZONE -> Place.of(FRANKFURT_A);
            case HOST -> new Place(FRANKFURT, "a", HOST);
        };
        return new Fault(
                new UUID(0, kind.ordinal()),
                kind,
                target,
                kind.target() == FaultKind.Target.TWO_REGIONS ? TOKYO : null,
                START,
                Duration.ofMinutes(10),
                null,
                Actor.person("ada"));
    }
}
