package io.novacron.goc.fleet.simulated;

import static io.novacron.goc.fleet.simulated.Models.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.novacron.goc.db.TestingDatabase;
import io.novacron.goc.fleet.TestingFleet;
import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.Eventually;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.TestingClock;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.SeriesKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedFleetTest {

    private static final SimulationSettings SETTINGS = Models.small(42);

    private final TestingClock clock = new TestingClock(START);
    private final SeriesCatalog catalog = new SeriesCatalog(1, 100_000);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Map<SeriesKey, Double> received = new ConcurrentHashMap<>();
    private final TestingFleet room = new TestingFleet(TestingDatabase.fresh().client(), clock);
    private final Faults faults =
            new Faults(new FaultStore(room.jdbc()), room.fleet(), SETTINGS, room.events(), clock, new Ids(clock));

    @BeforeEach
    void findHosts() {
        catalog.listen(room.discovery());
    }

    @Test
    void oneSecondHoldsEveryHostZoneAndRegionOnce() {
        SimulatedFleet fleet = fleet(clock);

        fleet.start(this::receive);
        fleet.tick(START.getEpochSecond(), this::receive);
        fleet.close();

        Topology topology = Topology.of(SETTINGS);
        assertThat(received)
                .hasSize(120 * 8
                        + topology.zones() * 5
                        + 6 * 4
                        + topology.links().count() * 2
                        + 30);
        assertThat(received).containsKey(SeriesKey.of("service_error_ratio", "region", "eu-frankfurt"));
        assertThat(received)
                .containsKey(SeriesKey.of(
                        "host_cpu_ratio", "region", "eu-frankfurt", "zone", "a", "host", "eu-frankfurt-a-001"));
        assertThat(room.fleet().counts().hosts()).isEqualTo(120);
        assertThat(room.fleet().counts().vms()).isEqualTo(30);
        assertThat(room.fleet().regions().getFirst().id()).isEqualTo(Models.FRANKFURT);
    }

    @Test
    void allVmsAreKnownAfterAShortFirstPeriodAndThenReportInALongOne() {
        SimulatedFleet fleet = fleet(clock);
        long start = START.getEpochSecond();

        fleet.start(this::receive);
        for (long second = start + 1; second <= start + 20; second++) {
            fleet.tick(second, this::receive);
        }
        int known = room.fleet().counts().vms();
        received.clear();
        fleet.tick(start + 21, this::receive);
        fleet.close();

        assertThat(known).isEqualTo(SETTINGS.vms());
        assertThat(received.keySet())
                .filteredOn(key -> key.metric().equals("vm_running"))
                .hasSize(SETTINGS.vms() / 300);
    }

    @Test
    void lostZoneFallsSilentWhileItsRegionIsHeard() {
        SimulatedFleet fleet = fleet(clock);
        fleet.start(this::receive);
        fleet.tick(START.getEpochSecond(), this::receive);
        faults.inject(
                FaultKind.ZONE_POWER_LOSS,
                Place.of(Models.FRANKFURT_A),
                null,
                Duration.ofMinutes(5),
                Actor.person("ada"));
        received.clear();

        fleet.tick(START.getEpochSecond() + 1, this::receive);
        fleet.close();

        assertThat(received.keySet())
                .noneMatch(key -> "eu-frankfurt".equals(key.label("region")) && "a".equals(key.label("zone")))
                .anyMatch(key -> "eu-frankfurt".equals(key.label("region")) && "b".equals(key.label("zone")));
        assertThat(received.get(SeriesKey.of("service_error_ratio", "region", "eu-frankfurt")))
                .isGreaterThan(0.05);
    }

    @Test
    void whatTheSinkRefusesIsDroppedAndCounted() {
        SimulatedFleet fleet = fleet(clock);
        fleet.start(this::receive);

        fleet.tick(
                START.getEpochSecond(),
                batch -> CompletableFuture.failedFuture(new OperationsException(ErrorCode.OVERLOADED, "full")));
        fleet.close();

        assertThat(meters.counter("goc.simulation.dropped.points").count()).isGreaterThan(1_000);
    }

    @Test
    void runsBySecondsOfTheClockUntilItIsClosed() {
        SimulatedFleet fleet = fleet(Clock.systemUTC());

        fleet.start(this::receive);
        Eventually.until("a second is sent", Duration.ofSeconds(5), () -> !received.isEmpty());
        fleet.close();
        received.clear();

        assertThat(received).isEmpty();
        assertThat(meters.counter("goc.simulation.dropped.points").count()).isZero();
    }

    private SimulatedFleet fleet(Clock time) {
        Topology topology = Topology.of(SETTINGS);
        return new SimulatedFleet(
                topology,
                new World(topology, SETTINGS.seed()),
                faults,
                new FaultPlanner(SETTINGS, topology, faults),
                room.regions(),
                catalog,
                time,
                Executors.newSingleThreadScheduledExecutor(),
                meters);
    }

    private CompletableFuture<Integer> receive(PointBatch batch) {
        List<Series> all = catalog.all();
        for (int point = 0; point < batch.size(); point++) {
            received.put(all.get(batch.series()[point]).key(), batch.values()[point]);
        }
        return CompletableFuture.completedFuture(0);
    }
}
