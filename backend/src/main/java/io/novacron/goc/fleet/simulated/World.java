package io.novacron.goc.fleet.simulated;

import io.novacron.goc.kernel.Draws;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The state of the simulated fleet in one second, as columns; a pure function of (seed, second, faults).
 *
 * <p>Demand of a region follows its local time of day and week, with slow noise. Its zones share it by the capacity
 * that is alive, which gives a utilisation; latency grows as 1/(1 - utilisation) and errors set in above 85 %.
 */
final class World {

    static final int HOST_METRICS = 8;
    static final int CPU = 0;
    static final int MEMORY = 1;
    static final int DISK_USED = 2;
    static final int DISK_LATENCY = 3;
    static final int NETWORK_IN = 4;
    static final int NETWORK_OUT = 5;
    static final int STEAL = 6;
    static final int VMS = 7;

    private static final double P99_MS_MOST = 30_000;
    private static final int SLOW_NOISE_SECONDS = 120;
    private static final long REGION_SUBJECT = 10_000_000_000L;
    private static final long ZONE_SUBJECT = 20_000_000_000L;
    private static final long LINK_SUBJECT = 40_000_000_000L;

    private final Topology topology;
    private final Draws draws;
    private final Effects effects;

    /** How busy what is left of each region is, 0 to 1. */
    private final double[] busy;

    final double[] regionRequests;
    final double[] regionErrors;
    final double[] regionMedianMs;
    final double[] regionP99Ms;
    final double[] zoneRequests;
    final double[] zoneErrors;
    final double[] zoneP99Ms;
    final int[] zoneHostsUp;
    final double[] linkRttMs;
    final double[] linkLoss;

    /** Values of all hosts, {@value #HOST_METRICS} in a row. */
    final double[] hostValues;

    World(Topology topology, long seed) {
        this.topology = topology;
        this.draws = new Draws(seed);
        this.effects = new Effects(topology);
        int regions = topology.regions().size();
        busy = new double[regions];
        regionRequests = new double[regions];
        regionErrors = new double[regions];
        regionMedianMs = new double[regions];
        regionP99Ms = new double[regions];
        zoneRequests = new double[topology.zones()];
        zoneErrors = new double[topology.zones()];
        zoneP99Ms = new double[topology.zones()];
        zoneHostsUp = new int[topology.zones()];
        linkRttMs = new double[topology.links().count()];
        linkLoss = new double[topology.links().count()];
        hostValues = new double[topology.hosts() * HOST_METRICS];
    }

    /** Which subjects are silent or changed by faults, as of the last {@link #advance}. */
    Effects effects() {
        return effects;
    }

    /** Moves to the second. */
    void advance(long second, List<Fault> faults) {
        effects.of(faults, Instant.ofEpochSecond(second));
        for (int region = 0; region < regionRequests.length; region++) {
            region(region, second);
        }
        for (int link = 0; link < linkRttMs.length; link++) {
            link(link, second);
        }
        for (int host = 0; host < topology.hosts(); host++) {
            host(host, second);
        }
    }

    private void region(int region, long second) {
        double demand = demand(region, second);
        int first = topology.firstZone(region);
        int end = first + topology.zonesOf(region);
        double alive = 0;
        for (int zone = first; zone < end; zone++) {
            alive += effects.zoneCapacity(zone);
        }
        double aliveShare = alive / (end - first);
        double utilisation = aliveShare <= 0 ? 1 : Math.min(1, demand / aliveShare);
        busy[region] = utilisation;
        double jitter = draws.normal(REGION_SUBJECT + region, second);
        double character = draws.uniform(REGION_SUBJECT + region, -1);
        double requests = aliveShare <= 0 ? 0 : demand * topology.weight(region) * 900 * (1 + 0.01 * jitter);
        double errors = 0.0004
                + 0.0006 * character
                + 0.0001 * Math.abs(jitter)
                + overload(aliveShare <= 0 ? Double.MAX_VALUE : demand / aliveShare)
                + effects.regionErrors(region);
        double p99 = latency(utilisation, character) * (1 + 0.03 * jitter) * effects.regionLatency(region);
        double servedErrors = 0;
        double servedP99 = 0;
        for (int zone = first; zone < end; zone++) {
            double share = alive <= 0 ? 0 : effects.zoneCapacity(zone) / alive;
            zone(zone, second, requests * share, errors, p99);
            servedErrors += share * effects.zoneErrors(zone);
            servedP99 += share * effects.zoneLatency(zone);
        }
        regionRequests[region] = requests;
        regionErrors[region] = Math.clamp(errors + servedErrors + effects.lostErrors(region), 0, 1);
        regionP99Ms[region] = Math.min(alive <= 0 ? p99 : p99 * servedP99, P99_MS_MOST);
        regionMedianMs[region] = regionP99Ms[region] * 0.18;
    }

    private void zone(int zone, long second, double requests, double errors, double p99) {
        double jitter = draws.normal(ZONE_SUBJECT + zone, second);
        zoneRequests[zone] = requests * (1 + 0.015 * jitter);
        zoneErrors[zone] = Math.clamp((errors + effects.zoneErrors(zone)) * (1 + 0.05 * jitter), 0, 1);
        zoneP99Ms[zone] = Math.clamp(p99 * effects.zoneLatency(zone) * (1 + 0.04 * jitter), 1, P99_MS_MOST);
        zoneHostsUp[zone] = topology.hostsOf(zone) - effects.hostsDown(zone);
    }

    /** A partition takes the way between its two regions; what goes by other ways instead fills those. */
    private void link(int link, long second) {
        Links links = topology.links();
        double one = effects.regionCut(links.from(link));
        double other = effects.regionCut(links.to(link));
        double cut = Math.min(one, other);
        double detour = Math.max(one, other) - cut;
        double jitter = draws.normal(LINK_SUBJECT + link, second);
        double character = draws.uniform(LINK_SUBJECT + link, -1);
        double usual = links.usualMs(link) * (0.7 + 0.35 * character);
        linkRttMs[link] = Math.max(0.1, usual * (1 + 0.015 * jitter) * (1 + 2 * detour + 6 * cut));
        linkLoss[link] = Math.clamp(0.0001 * Math.abs(jitter) + 0.004 * detour + 0.92 * cut, 0, 1);
    }

    private void host(int host, long second) {
        int region = topology.regionOfZone(topology.zoneOfHost(host));
        long bits = draws.bits(host, second);
        double slow = slowNoise(host, second);
        double character = draws.uniform(host, -1);
        double cpu = Math.clamp(busy[region] * (0.8 + 0.4 * character) + 0.08 * slow + 0.03 * unit(bits, 0), 0.01, 1);
        int row = host * HOST_METRICS;
        hostValues[row + CPU] = cpu;
        hostValues[row + MEMORY] =
                Math.clamp(0.45 + 0.25 * character + 0.1 * cpu + 0.02 * slow + effects.hostMemory(host), 0, 0.995);
        hostValues[row + DISK_USED] = Math.clamp(0.3 + 0.4 * character + 0.01 * slow, 0, 1);
        hostValues[row + DISK_LATENCY] = (1.5 + 6 * cpu * cpu + 0.3 * unit(bits, 1)) * effects.hostDisk(host);
        hostValues[row + NETWORK_IN] = cpu * 4e8 * (1 + 0.05 * unit(bits, 2));
        hostValues[row + NETWORK_OUT] = cpu * 3e8 * (1 + 0.05 * unit(bits, 3));
        hostValues[row + STEAL] = Math.max(0, 0.003 + 0.002 * unit(bits, 4) + effects.hostSteal(host));
        hostValues[row + VMS] = topology.vmsOf(host);
    }

    /** Demand as a share of what the whole region can serve: 0.25 at night to 0.6 on a weekday's afternoon. */
    private double demand(int region, long second) {
        ZoneOffset offset =
                topology.regions().get(region).timeZone().getRules().getOffset(Instant.ofEpochSecond(second));
        long local = second + offset.getTotalSeconds();
        double hour = Math.floorMod(local, Duration.ofDays(1).toSeconds()) / 3600.0;
        // Day 0 of the epoch was a Thursday: days 2 and 3 of each week are Saturday and Sunday.
        long day = Math.floorMod(Math.floorDiv(local, 86_400L), 7L);
        double week = day == 2 || day == 3 ? 0.85 : 1;
        double daily = 0.5 - 0.5 * Math.cos((hour - 3.5) / 24 * 2 * Math.PI);
        return (0.25 + 0.33 * daily) * week + 0.02 * slowNoise(REGION_SUBJECT + region, second);
    }

    /** Noise from -1 to 1 that needs two minutes from one level to the next. */
    private double slowNoise(long subject, long second) {
        long knot = Math.floorDiv(second, SLOW_NOISE_SECONDS);
        double part = Math.floorMod(second, SLOW_NOISE_SECONDS) / (double) SLOW_NOISE_SECONDS;
        double smooth = part * part * (3 - 2 * part);
        double from = 2 * draws.uniform(subject, -2 - knot) - 1;
        double to = 2 * draws.uniform(subject, -3 - knot) - 1;
        return from + (to - from) * smooth;
    }

    /** What is asked beyond 85 % of what is left begins to fail; what is asked beyond all of it fails outright. */
    private static double overload(double demandPerCapacity) {
        double early = 0.6 * Math.clamp(demandPerCapacity - 0.85, 0, 0.15);
        double beyond = demandPerCapacity <= 1 ? 0 : 1 - 1 / demandPerCapacity;
        return early + beyond;
    }

    private static double latency(double utilisation, double character) {
        return (48 + 42 * character) / (1 - Math.min(utilisation, 0.985));
    }

    /** The n-th byte as a number from -1 to 1. */
    private static double unit(long bits, int n) {
        return (byte) (bits >>> (8 * n)) / 128.0;
    }
}
