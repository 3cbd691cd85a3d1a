package io.novacron.goc.fleet.simulated;

import io.novacron.goc.kernel.Place;

/** What can go wrong in the simulated fleet. */
public enum FaultKind {
    ZONE_POWER_LOSS(
            "Zone power loss",
            Target.ZONE,
            "the zone and its hosts fall silent; what was in flight fails, the other zones take the load"),
    HOST_CRASH("Host crash", Target.HOST, "the host falls silent and its VMs are gone"),
    SLOW_DISK("Slow disk", Target.HOST, "the disk latency of the host rises twentyfold"),
    NETWORK_PARTITION("Network partition", Target.TWO_REGIONS, "requests between the two regions fail and time out"),
    BAD_DEPLOYMENT("Bad deployment", Target.REGION, "the error ratio climbs to 12 % as the release rolls out"),
    NOISY_NEIGHBOUR("Noisy neighbour", Target.HOST, "one VM takes a third of the host's time from the others"),
    MEMORY_LEAK("Memory leak", Target.HOST, "the memory of the host fills up within minutes"),
    SENSOR_SILENCE("Sensor silence", Target.ZONE, "the zone, or one host of it, serves well, but nobody hears of it");

    /** What a fault of the kind strikes. */
    public enum Target {
        REGION,
        ZONE,
        HOST,
        TWO_REGIONS
    }

    private final String title;
    private final Target target;
    private final String effect;

    FaultKind(String title, Target target, String effect) {
        this.title = title;
        this.target = target;
        this.effect = effect;
    }

    public String title() {
        return title;
    }

    public Target target() {
        return target;
    }

    /**
     * Whether the place is what a fault of the kind may strike. Sensors of one host may fall silent as well as a
     * zone's.
     */
    boolean suits(Place place) {
        return switch (target) {
            case REGION, TWO_REGIONS -> place.zone() == null && place.host() == null;
            case ZONE -> place.zone() != null && (place.host() == null || this == SENSOR_SILENCE);
            case HOST -> place.zone() != null && place.host() != null;
        };
    }

    /** What it does, for the dialog that asks whether to go on. */
    public String effect() {
        return effect;
    }
}
