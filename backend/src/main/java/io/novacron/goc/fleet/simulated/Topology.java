package io.novacron.goc.fleet.simulated;

import io.novacron.goc.fleet.Region;
import io.novacron.goc.kernel.Draws;
import io.novacron.goc.kernel.RegionId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What the simulated fleet consists of, as columns: regions of the catalogue, 5 or 6 zones each, hosts spread by the
 * weight of their region, VMs spread over the hosts, and the network
 * between the regions.
 */
final class Topology {

    /** Stands between the name of a host and the number of a VM on it. */
    static final String VM_INFIX = "-vm-";

    private static final int FIRST_ZONE_SUBJECT = 1_000_000;

    private final List<Region> regions;
    private final double[] weights;
    private final int[] firstZone;
    private final int[] zoneRegion;
    private final int[] firstHost;
    private final int[] hostZone;
    private final int[] firstVm;
    private final Links links;

    private Topology(
            List<Region> regions,
            double[] weights,
            int[] firstZone,
            int[] zoneRegion,
            int[] firstHost,
            int[] hostZone,
            int[] firstVm) {
        this.regions = regions;
        this.weights = weights;
        this.firstZone = firstZone;
        this.zoneRegion = zoneRegion;
        this.firstHost = firstHost;
        this.hostZone = hostZone;
        this.firstVm = firstVm;
        this.links = new Links(regions);
    }

    static Topology of(SimulationSettings settings) {
        List<Region> regions = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        readCatalogue(settings.regions(), regions, weights);
        Draws draws = new Draws(settings.seed());
        int[] firstZone = new int[regions.size() + 1];
        for (int region = 0; region < regions.size(); region++) {
            int zones = draws.uniform(FIRST_ZONE_SUBJECT + region, 0) < 0.6 ? 5 : 6;
            firstZone[region + 1] = firstZone[region] + zones;
        }
        int zones = firstZone[regions.size()];
        int[] zoneRegion = new int[zones];
        double[] zoneWeight = new double[zones];
        for (int region = 0; region < regions.size(); region++) {
            for (int zone = firstZone[region]; zone < firstZone[region + 1]; zone++) {
                zoneRegion[zone] = region;
                zoneWeight[zone] = weights.get(region) / (firstZone[region + 1] - firstZone[region]);
            }
        }
        int[] firstHost = spread(settings.hosts(), zoneWeight, 1);
        int hosts = firstHost[zones];
        int[] hostZone = new int[hosts];
        for (int zone = 0; zone < zones; zone++) {
            Arrays.fill(hostZone, firstHost[zone], firstHost[zone + 1], zone);
        }
        double[] even = new double[hosts];
        Arrays.fill(even, 1);
        return new Topology(
                List.copyOf(regions),
                weights.stream().mapToDouble(Double::doubleValue).toArray(),
                firstZone,
                zoneRegion,
                firstHost,
                hostZone,
                spread(settings.vms(), even, 0));
    }

    /**
     * Spreads so many over the weights, at least so many for each; returns where each one's share begins, and the
     * end.
     */
    private static int[] spread(int total, double[] weights, int least) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        int free = Math.max(0, total - least * weights.length);
        int[] first = new int[weights.length + 1];
        double share = 0;
        for (int i = 0; i < weights.length; i++) {
            share += weights[i];
            first[i + 1] = least * (i + 1) + (int) Math.round(free * share / sum);
        }
        return first;
    }

    private static void readCatalogue(int most, List<Region> regions, List<Double> weights) {
        try (InputStream file = Objects.requireNonNull(Topology.class.getResourceAsStream("regions.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).limit(most).forEach(line -> {
                String[] cells = line.split(",");
                regions.add(new Region(
                        new RegionId(cells[0]),
                        cells[1],
                        cells[2],
                        cells[3],
                        Double.valueOf(cells[4]),
                        Double.valueOf(cells[5]),
                        ZoneId.of(cells[6]),
                        true));
                weights.add(Double.valueOf(cells[7]));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Region> regions() {
        return regions;
    }

    Links links() {
        return links;
    }

    double weight(int region) {
        return weights[region];
    }

    int zones() {
        return zoneRegion.length;
    }

    int firstZone(int region) {
        return firstZone[region];
    }

    int zonesOf(int region) {
        return firstZone[region + 1] - firstZone[region];
    }

    int regionOfZone(int zone) {
        return zoneRegion[zone];
    }

    /** The letter of the zone within its region: a, b, c, … */
    String zoneName(int zone) {
        return String.valueOf((char) ('a' + zone - firstZone[zoneRegion[zone]]));
    }

    int hosts() {
        return hostZone.length;
    }

    int zoneOfHost(int host) {
        return hostZone[host];
    }

    int firstHost(int zone) {
        return firstHost[zone];
    }

    int hostsOf(int zone) {
        return firstHost[zone + 1] - firstHost[zone];
    }

    String hostName(int host) {
        int zone = hostZone[host];
        return "%s-%s-%03d".formatted(regions.get(zoneRegion[zone]).id(), zoneName(zone), host - firstHost[zone] + 1);
    }

    int vms() {
        return firstVm[hostZone.length];
    }

    int vmsOf(int host) {
        return firstVm[host + 1] - firstVm[host];
    }

    String vmName(int vm) {
        int host = hostOfVm(vm);
        return "%s%s%02d".formatted(hostName(host), VM_INFIX, vm - firstVm[host] + 1);
    }

    int hostOfVm(int vm) {
        int found = Arrays.binarySearch(firstVm, vm);
        int host = found >= 0 ? found : -found - 2;
        while (vmsOf(host) == 0) {
            host++;
        }
        return host;
    }
}
