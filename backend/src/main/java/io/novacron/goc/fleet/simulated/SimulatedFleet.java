package io.novacron.goc.fleet.simulated;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.novacron.goc.fleet.Region;
import io.novacron.goc.fleet.Regions;
import io.novacron.goc.telemetry.Label;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.SeriesKey;
import io.novacron.goc.telemetry.TelemetrySink;
import io.novacron.goc.telemetry.TelemetrySource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what a fleet of this size would send: once a second {@value World#HOST_METRICS} metrics of each host, the
 * service indicators of each zone and region and the round-trip times between regions; each VM once in five minutes. A
 * second that the sink cannot take is dropped and counted.
 */
public final class SimulatedFleet implements TelemetrySource {

    /** The name of this source, which its series carry. */
    public static final String NAME = "simulation";

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedFleet.class);
    private static final int VM_PERIOD_SECONDS = 300;
    private static final int VM_FIRST_PERIOD_SECONDS = 20;
    private static final int VMS_A_SECOND_AT_FIRST = 10_000;
    private static final int AFTER_SECOND_MS = 2;
    private static final String[] HOST_METRICS = {
        "host_cpu_ratio",
        "host_memory_ratio",
        "host_disk_used_ratio",
        "host_disk_latency_ms",
        "host_network_receive_bytes_per_second",
        "host_network_transmit_bytes_per_second",
        "host_cpu_steal_ratio",
        "host_vms_running"
    };
    private static final String[] ZONE_METRICS = {
        "service_requests_per_second",
        "service_error_ratio",
        "service_latency_p99_ms",
        "zone_hosts_up",
        "zone_hosts_total"
    };
    private static final String[] REGION_METRICS = {
        "service_requests_per_second", "service_error_ratio", "service_latency_p50_ms", "service_latency_p99_ms"
    };
    private static final String[] LINK_METRICS = {"link_rtt_ms", "link_loss_ratio"};
    private static final String[] FLAVORS = {"small", "medium", "large", "compute", "memory"};

    private final Topology topology;
    private final World world;
    private final Faults faults;
    private final FaultPlanner planner;
    private final SeriesCatalog catalog;
    private final Clock clock;
    private final ScheduledExecutorService scheduler;
    private final Counter dropped;
    private int[] hostSeries = new int[0];
    private int[] zoneSeries = new int[0];
    private int[] regionSeries = new int[0];
    private int[] linkSeries = new int[0];
    private long startSecond;
    private long lastSecond;

    SimulatedFleet(
            Topology topology,
            World world,
            Faults faults,
            FaultPlanner planner,
            Regions regions,
            SeriesCatalog catalog,
            Clock clock,
            ScheduledExecutorService scheduler,
            MeterRegistry meters) {
        this.topology = topology;
        this.world = world;
        this.faults = faults;
        this.planner = planner;
        this.catalog = catalog;
        this.clock = clock;
        this.scheduler = scheduler;
        this.dropped = Counter.builder("goc.simulation.dropped.points")
                .description("points of the simulation that the sink did not take")
                .register(meters);
        regions.add(topology.regions());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(TelemetrySink sink) {
        resolveSeries();
        LOG.atInfo()
                .addKeyValue("regions", topology.regions().size())
                .addKeyValue("hosts", topology.hosts())
                .addKeyValue("vms", topology.vms())
                .log("the simulated fleet begins to send");
        startSecond = clock.millis() / 1_000;
        lastSecond = startSecond;
        scheduleNext(sink);
    }

    /** Aims at the beginning of the next second anew each time, so that a clock that is set or drifts is followed. */
    private void scheduleNext(TelemetrySink sink) {
        long toNextSecond = 1_000 - clock.millis() % 1_000;
        try {
            scheduler.schedule(() -> tickSafely(sink), toNextSecond + AFTER_SECOND_MS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.atDebug().setCause(e).log("the simulation is closed");
        }
    }

    @Override
    public void close() {
        scheduler.shutdown();
        try {
            if (!scheduler.awaitTermination(5, TimeUnit.SECONDS)) {
                scheduler.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tickSafely(TelemetrySink sink) {
        try {
            long second = clock.millis() / 1_000;
            if (second > lastSecond) {
                lastSecond = second;
                tick(second, sink);
                planner.plan(second);
            }
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("a second of the simulation failed");
        } finally {
            scheduleNext(sink);
        }
    }

    /** Sends one second. */
    void tick(long second, TelemetrySink sink) {
        world.advance(second, faults.known());
        Batches batches = new Batches(NAME, clock.instant(), second * 1_000, sink, dropped::increment);
        for (int region = 0; region < topology.regions().size(); region++) {
            sendRegion(region, batches);
        }
        sendLinks(batches);
        sendVms(second, batches);
        batches.send();
    }

    /**
     * A region, its zones and their hosts go together, so that whoever looks between two batches sees whole regions.
     */
    private void sendRegion(int region, Batches batches) {
        if (isRegionHeard(region)) {
            int row = region * REGION_METRICS.length;
            batches.add(regionSeries[row], world.regionRequests[region]);
            batches.add(regionSeries[row + 1], world.regionErrors[region]);
            batches.add(regionSeries[row + 2], world.regionMedianMs[region]);
            batches.add(regionSeries[row + 3], world.regionP99Ms[region]);
        }
        int first = topology.firstZone(region);
        for (int zone = first; zone < first + topology.zonesOf(region); zone++) {
            if (!world.effects().isZoneSilent(zone)) {
                sendZone(zone, batches);
            }
        }
    }

    private void sendLinks(Batches batches) {
        for (int link = 0; link < topology.links().count(); link++) {
            if (isRegionHeard(topology.links().from(link))) {
                int row = link * LINK_METRICS.length;
                batches.add(linkSeries[row], world.linkRttMs[link]);
                batches.add(linkSeries[row + 1], world.linkLoss[link]);
            }
        }
    }

    private void sendZone(int zone, Batches batches) {
        int row = zone * ZONE_METRICS.length;
        batches.add(zoneSeries[row], world.zoneRequests[zone]);
        batches.add(zoneSeries[row + 1], world.zoneErrors[zone]);
        batches.add(zoneSeries[row + 2], world.zoneP99Ms[zone]);
        batches.add(zoneSeries[row + 3], world.zoneHostsUp[zone]);
        batches.add(zoneSeries[row + 4], topology.hostsOf(zone));
        int first = topology.firstHost(zone);
        for (int host = first; host < first + topology.hostsOf(zone); host++) {
            if (!world.effects().isHostSilent(host)) {
                sendHost(host, batches);
            }
        }
    }

    private void sendHost(int host, Batches batches) {
        int row = host * World.HOST_METRICS;
        for (int metric = 0; metric < World.HOST_METRICS; metric++) {
            batches.add(hostSeries[row + metric], world.hostValues[row + metric]);
        }
    }

    /** A region is heard of as long as one of its zones is. */
    private boolean isRegionHeard(int region) {
        int first = topology.firstZone(region);
        for (int zone = first; zone < first + topology.zonesOf(region); zone++) {
            if (!world.effects().isZoneSilent(zone)) {
                return true;
            }
        }
        return false;
    }

    /** Each VM reports once in a period; the first period is short, so that all of them are soon known. */
    private void sendVms(long second, Batches batches) {
        List<SeriesKey> keys = new ArrayList<>();
        int first = Math.clamp(topology.vms() / VMS_A_SECOND_AT_FIRST, VM_FIRST_PERIOD_SECONDS, VM_PERIOD_SECONDS);
        int period = second <= startSecond + first ? first : VM_PERIOD_SECONDS;
        for (int vm = (int) Math.floorMod(second, (long) period); vm < topology.vms(); vm += period) {
            int host = topology.hostOfVm(vm);
            if (!world.effects().isHostSilent(host)) {
                List<Label> labels = new ArrayList<>(hostLabels(host));
                labels.add(new Label("vm", topology.vmName(vm)));
                labels.add(new Label("flavor", FLAVORS[vm % FLAVORS.length]));
                keys.add(new SeriesKey("vm_running", labels));
            }
        }
        for (Series series : catalog.resolveAll(keys, NAME)) {
            batches.add(series.index(), 1);
        }
    }

    private void resolveSeries() {
        List<SeriesKey> keys = new ArrayList<>();
        for (Region region : topology.regions()) {
            for (String metric : REGION_METRICS) {
                keys.add(SeriesKey.of(metric, "region", region.id().value()));
            }
        }
        for (int zone = 0; zone < topology.zones(); zone++) {
            for (String metric : ZONE_METRICS) {
                keys.add(new SeriesKey(metric, zoneLabels(zone)));
            }
        }
        for (int host = 0; host < topology.hosts(); host++) {
            List<Label> labels = hostLabels(host);
            for (String metric : HOST_METRICS) {
                keys.add(new SeriesKey(metric, labels));
            }
        }
        for (int link = 0; link < topology.links().count(); link++) {
            for (String metric : LINK_METRICS) {
                keys.add(SeriesKey.of(
                        metric,
                        "region",
                        regionOf(topology.links().from(link)),
                        "peer",
                        regionOf(topology.links().to(link))));
            }
        }
        int[] all =
                catalog.resolveAll(keys, NAME).stream().mapToInt(Series::index).toArray();
        int zonesFrom = topology.regions().size() * REGION_METRICS.length;
        int hostsFrom = zonesFrom + topology.zones() * ZONE_METRICS.length;
        regionSeries = Arrays.copyOfRange(all, 0, zonesFrom);
        zoneSeries = Arrays.copyOfRange(all, zonesFrom, hostsFrom);
        int linksFrom = hostsFrom + topology.hosts() * HOST_METRICS.length;
        hostSeries = Arrays.copyOfRange(all, hostsFrom, linksFrom);
        linkSeries = Arrays.copyOfRange(all, linksFrom, all.length);
    }

    private String regionOf(int region) {
        return topology.regions().get(region).id().value();
    }

    private List<Label> zoneLabels(int zone) {
        Region region = topology.regions().get(topology.regionOfZone(zone));
        return List.of(new Label("region", region.id().value()), new Label("zone", topology.zoneName(zone)));
    }

    private List<Label> hostLabels(int host) {
        List<Label> labels = new ArrayList<>(zoneLabels(topology.zoneOfHost(host)));
        labels.add(new Label("host", topology.hostName(host)));
        return labels;
    }
}
