package io.novacron.goc.fleet.simulated;

import static io.novacron.goc.fleet.simulated.Models.START;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.novacron.goc.db.TestingDatabase;
import io.novacron.goc.fleet.TestingFleet;
import io.novacron.goc.fleet.simulated.SimulationSettings.FaultPlan;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.TestingClock;
import io.novacron.goc.telemetry.SeriesCatalog;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one second of the fleet of default size costs, and how far it stays from every threshold over whole days. Run by
 * name ({@code -Dtest=BenchmarkSimulatedFleet}); no build waits for it.
 */
class BenchmarkSimulatedFleet {

    private static final Logger LOG = LoggerFactory.getLogger(BenchmarkSimulatedFleet.class);
    private static final int WARM_UP_SECONDS = 600;
    private static final int MEASURED_SECONDS = 600;

    @Test
    void processorTimeOfOneSecond() {
        SimulationSettings settings = new SimulationSettings(true, 42, 120, 6_000, 60_000, FaultPlan.NONE);
        TestingClock clock = new TestingClock(START);
        TestingFleet room = new TestingFleet(TestingDatabase.fresh().client(), clock, settings);
        Topology topology = Topology.of(settings);
        Faults faults =
                new Faults(new FaultStore(room.jdbc()), room.fleet(), settings, room.events(), clock, new Ids(clock));
        SimulatedFleet fleet = new SimulatedFleet(
                topology,
                new World(topology, settings.seed()),
                faults,
                new FaultPlanner(settings, topology, faults),
                room.regions(),
                new SeriesCatalog(1, 500_000),
                clock,
                Executors.newSingleThreadScheduledExecutor(),
                new SimpleMeterRegistry());
        AtomicLong points = new AtomicLong();
        fleet.start(batch -> CompletableFuture.completedFuture(0));
        for (int second = 0; second < WARM_UP_SECONDS; second++) {
            fleet.tick(START.getEpochSecond() + second, batch -> CompletableFuture.completedFuture(0));
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        for (int second = 0; second < MEASURED_SECONDS; second++) {
            fleet.tick(START.getEpochSecond() + WARM_UP_SECONDS + second, batch -> {
                points.addAndGet(batch.size());
                return CompletableFuture.completedFuture(0);
            });
        }
        long spent = threads.getCurrentThreadCpuTime() - before;
        fleet.close();
        LOG.atInfo()
                .addKeyValue("pointsPerSecond", points.get() / MEASURED_SECONDS)
                .addKeyValue("cpuMsPerSecond", spent / 1e6 / MEASURED_SECONDS)
                .addKeyValue("nanosPerPoint", (double) spent / points.get())
                .log("one second of the simulated fleet");
    }

    @Test
    void everySecondOfADayAtRest() {
        for (long seed : new long[] {1, 42, 2_026}) {
            World world = Models.world(new SimulationSettings(true, seed, 120, 720, 0, FaultPlan.NONE));
            double errors = 0;
            double p99Ms = 0;
            double cpu = 0;
            for (int second = 0; second < 86_400; second++) {
                world.advance(START.getEpochSecond() + second, List.of());
                errors = Math.max(errors, Math.max(most(world.regionErrors), most(world.zoneErrors)));
                p99Ms = Math.max(p99Ms, Math.max(most(world.regionP99Ms), most(world.zoneP99Ms)));
                for (int row = 0; row < world.hostValues.length; row += World.HOST_METRICS) {
                    cpu = Math.max(cpu, world.hostValues[row + World.CPU]);
                }
            }
            LOG.atInfo()
                    .addKeyValue("seed", seed)
                    .addKeyValue("errorRatioMost", errors)
                    .addKeyValue("p99MsMost", p99Ms)
                    .addKeyValue("hostCpuMost", cpu)
                    .log("a day at rest");
        }
    }

    private static double most(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }
}
