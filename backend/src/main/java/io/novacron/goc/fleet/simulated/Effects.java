package io.novacron.goc.fleet.simulated;

import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.ZoneKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the active faults do to each part of the fleet in one second. Parts that no fault touches have neutral values.
 */
final class Effects {

    private final Topology topology;
    private final Map<RegionId, Integer> regionByName = new HashMap<>();
    private final Map<ZoneKey, Integer> zoneByName = new HashMap<>();
    private final Map<HostId, Integer> hostByName = new HashMap<>();
    private final double[] lostErrors;
    private final double[] regionErrors;
    private final double[] regionLatency;
    private final double[] regionCut;
    private final double[] zoneErrors;
    private final double[] zoneLatency;
    private final double[] zoneCapacity;
    private final boolean[] zoneSilent;
    private final int[] hostsDown;
    private final boolean[] hostSilent;
    private final double[] hostMemory;
    private final double[] hostDisk;
    private final double[] hostSteal;

    Effects(Topology topology) {
        this.topology = topology;
        int regions = topology.regions().size();
        lostErrors = new double[regions];
        regionErrors = new double[regions];
        regionLatency = new double[regions];
        regionCut = new double[regions];
        zoneErrors = new double[topology.zones()];
        zoneLatency = new double[topology.zones()];
        zoneCapacity = new double[topology.zones()];
        zoneSilent = new boolean[topology.zones()];
        hostsDown = new int[topology.zones()];
        hostSilent = new boolean[topology.hosts()];
        hostMemory = new double[topology.hosts()];
        hostDisk = new double[topology.hosts()];
        hostSteal = new double[topology.hosts()];
        for (int region = 0; region < regions; region++) {
            regionByName.put(topology.regions().get(region).id(), region);
        }
        for (int zone = 0; zone < topology.zones(); zone++) {
            RegionId region =
                    topology.regions().get(topology.regionOfZone(zone)).id();
            zoneByName.put(new ZoneKey(region, topology.zoneName(zone)), zone);
        }
        for (int host = 0; host < topology.hosts(); host++) {
            hostByName.put(new HostId(topology.hostName(host)), host);
        }
        reset();
    }

    private void reset() {
        Arrays.fill(lostErrors, 0);
        Arrays.fill(regionErrors, 0);
        Arrays.fill(regionLatency, 1);
        Arrays.fill(regionCut, 0);
        Arrays.fill(zoneErrors, 0);
        Arrays.fill(zoneLatency, 1);
        Arrays.fill(zoneCapacity, 1);
        Arrays.fill(zoneSilent, false);
        Arrays.fill(hostsDown, 0);
        Arrays.fill(hostSilent, false);
        Arrays.fill(hostMemory, 0);
        Arrays.fill(hostDisk, 1);
        Arrays.fill(hostSteal, 0);
    }

    /** Works out the effects at that time. */
    void of(List<Fault> faults, Instant at) {
        reset();
        for (Fault fault : faults) {
            if (fault.isActiveAt(at)) {
                double age = Duration.between(fault.startedAt(), at).toMillis() / 1000.0;
                apply(fault, age);
            }
        }
    }

    private void apply(Fault fault, double age) {
        Integer region = regionByName.get(fault.target().region());
        if (region == null) {
            return;
        }
        switch (fault.kind()) {
            case ZONE_POWER_LOSS -> powerLoss(zone(fault), region, age);
            case SENSOR_SILENCE -> sensorSilence(fault);
            case BAD_DEPLOYMENT -> regionErrors[region] += 0.12 * rise(age, 15);
            case NETWORK_PARTITION -> {
                partition(region, age);
                RegionId other = fault.otherRegion();
                Integer second = other == null ? null : regionByName.get(other);
                if (second != null) {
                    partition(second, age);
                }
            }
            case HOST_CRASH, SLOW_DISK, NOISY_NEIGHBOUR, MEMORY_LEAK -> host(fault, age);
        }
    }

    /**
     * What was in flight in the zone fails at once and is retried elsewhere; sessions bound to it fail for as long as
     * it lasts.
     */
    private void powerLoss(@Nullable Integer zone, int region, double age) {
        if (zone == null) {
            return;
        }
        silence(zone);
        zoneCapacity[zone] = 0;
        double share = 1.0 / topology.zonesOf(region);
        lostErrors[region] += share * (0.7 * Math.exp(-age / 20) + 0.08);
        regionLatency[region] *= 1 + 2 * Math.exp(-age / 30);
    }

    /** Nobody hears of the zone, or of the one host, while both serve as ever. */
    private void sensorSilence(Fault fault) {
        HostId name = fault.target().host();
        Integer host = name == null ? null : hostByName.get(name);
        if (name == null) {
            silence(zone(fault));
        } else if (host != null) {
            hostSilent[host] = true;
        }
    }

    private void silence(@Nullable Integer zone) {
        if (zone != null) {
            zoneSilent[zone] = true;
        }
    }

    private void partition(int region, double age) {
        regionErrors[region] += 0.08 * rise(age + 1, 0.8);
        regionLatency[region] *= 1 + 2.5 * rise(age, 4);
        regionCut[region] = Math.max(regionCut[region], rise(age + 1, 0.8));
    }

    private void host(Fault fault, double age) {
        HostId name = fault.target().host();
        Integer host = name == null ? null : hostByName.get(name);
        if (host == null) {
            return;
        }
        int zone = topology.zoneOfHost(host);
        double share = 1.0 / topology.hostsOf(zone);
        switch (fault.kind()) {
            case HOST_CRASH -> {
                hostSilent[host] = true;
                hostsDown[zone]++;
                zoneCapacity[zone] = Math.max(0, zoneCapacity[zone] - share);
                zoneErrors[zone] += share * Math.exp(-age / 10);
            }
            case SLOW_DISK -> {
                hostDisk[host] = 1 + 19 * rise(age, 8);
                zoneLatency[zone] *= 1 + share * 4 * rise(age, 20);
            }
            case NOISY_NEIGHBOUR -> {
                hostSteal[host] = 0.35 * rise(age, 6);
                zoneLatency[zone] *= 1 + share * rise(age, 6);
            }
            case MEMORY_LEAK -> {
                hostMemory[host] = age / 240;
                zoneErrors[zone] += share * rise(Math.max(0, age - 60), 30);
            }
            case ZONE_POWER_LOSS, SENSOR_SILENCE, BAD_DEPLOYMENT, NETWORK_PARTITION ->
                throw new IllegalStateException("no fault of a host: " + fault.kind());
        }
    }

    private @Nullable Integer zone(Fault fault) {
        ZoneKey key = fault.target().zoneKey();
        return key == null ? null : zoneByName.get(key);
    }

    /** From 0 towards 1, two thirds of the way after so many seconds. */
    private static double rise(double age, double seconds) {
        return 1 - Math.exp(-age / seconds);
    }

    /** The share of the region's requests that fails because the zone they were meant for is gone. */
    double lostErrors(int region) {
        return lostErrors[region];
    }

    /** The share of requests that fails in every zone of the region alike. */
    double regionErrors(int region) {
        return regionErrors[region];
    }

    double regionLatency(int region) {
        return regionLatency[region];
    }

    /** How far a partition has come that cuts the region off from another, 0 to 1. */
    double regionCut(int region) {
        return regionCut[region];
    }

    /** The share of the zone's own requests that fails on top. */
    double zoneErrors(int zone) {
        return zoneErrors[zone];
    }

    double zoneLatency(int zone) {
        return zoneLatency[zone];
    }

    double zoneCapacity(int zone) {
        return zoneCapacity[zone];
    }

    boolean isZoneSilent(int zone) {
        return zoneSilent[zone];
    }

    boolean isHostSilent(int host) {
        return hostSilent[host] || zoneSilent[topology.zoneOfHost(host)];
    }

    int hostsDown(int zone) {
        return hostsDown[zone];
    }

    double hostMemory(int host) {
        return hostMemory[host];
    }

    double hostDisk(int host) {
        return hostDisk[host];
    }

    double hostSteal(int host) {
        return hostSteal[host];
    }
}
