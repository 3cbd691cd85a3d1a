package io.novacron.goc.fleet.simulated;

import static io.novacron.goc.fleet.simulated.Models.FRANKFURT;
import static io.novacron.goc.fleet.simulated.Models.FRANKFURT_A;
import static io.novacron.goc.fleet.simulated.Models.HOST;
import static io.novacron.goc.fleet.simulated.Models.START;
import static io.novacron.goc.fleet.simulated.Models.TOKYO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.novacron.goc.db.TestingDatabase;
import io.novacron.goc.fleet.TestingFleet;
import io.novacron.goc.fleet.simulated.SimulationSettings.FaultPlan;
import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.TestingClock;
import io.novacron.goc.kernel.ZoneKey;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.SeriesKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

    private static final Actor ADA = Actor.person("ada");
    private static final Duration SHORT = Duration.ofMinutes(5);

    private final TestingClock clock = new TestingClock(START);
    private final TestingFleet room = new TestingFleet(TestingDatabase.fresh().client(), clock);

    @BeforeEach
    void bringTheFleet() {
        Topology topology = Topology.of(Models.small(42));
        room.regions().add(topology.regions());
        SeriesCatalog catalog = new SeriesCatalog(1, 10_000);
        catalog.listen(room.discovery());
        for (int host = 0; host < topology.hosts(); host++) {
            int zone = topology.zoneOfHost(host);
            String region =
                    topology.regions().get(topology.regionOfZone(zone)).id().value();
            catalog.resolve(
                    SeriesKey.of(
                            "host_cpu_ratio",
                            "region",
                            region,
                            "zone",
                            topology.zoneName(zone),
                            "host",
                            topology.hostName(host)),
                    SimulatedFleet.NAME);
        }
        room.published().clear();
    }

    @Test
    void faultOutlivesARestartAndEndsByItself() {
        Fault injected =
                faults(FaultPlan.NONE).inject(FaultKind.ZONE_POWER_LOSS, Place.of(FRANKFURT_A), null, SHORT, ADA);

        Faults restarted = faults(FaultPlan.NONE);
        List<Fault> active = restarted.active();
        clock.advance(SHORT);

        assertThat(active).containsExactly(injected);
        assertThat(restarted.active()).isEmpty();
        assertThat(restarted.recent(10)).containsExactly(injected);
    }

    @Test
    void endingAFaultIsToldOnceAndStored() {
        Faults faults = faults(FaultPlan.NONE);
        Fault injected = faults.inject(FaultKind.BAD_DEPLOYMENT, Place.of(FRANKFURT), null, SHORT, ADA);
        clock.advance(Duration.ofSeconds(20));

        faults.end(injected.id(), Actor.person("grace"));
        OperationsException again = refused(() -> faults.end(injected.id(), ADA));

        assertThat(faults.active()).isEmpty();
        assertThat(faults(FaultPlan.NONE).active()).isEmpty();
        assertThat(faults.recent(1).getFirst().until()).isEqualTo(START.plusSeconds(20));
        assertThat(room.published()).hasExactlyElementsOfTypes(FaultInjected.class, FaultEnded.class);
        assertThat(((FaultEnded) room.published().getLast()).actor().name()).isEqualTo("grace");
        assertThat(again.code()).isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void mistypedNameIsAnsweredWithTheNearest() {
        Faults faults = faults(FaultPlan.NONE);

        OperationsException region = refused(() ->
                faults.inject(FaultKind.BAD_DEPLOYMENT, Place.of(new RegionId("eu-frankfort")), null, SHORT, ADA));
        OperationsException zone = refused(() ->
                faults.inject(FaultKind.ZONE_POWER_LOSS, Place.of(new ZoneKey(FRANKFURT, "q")), null, SHORT, ADA));
        OperationsException host =
                refused(() -> faults.inject(FaultKind.HOST_CRASH, new Place(FRANKFURT, "b", HOST), null, SHORT, ADA));

        assertThat(region.code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(region).hasMessageContaining("nearest are [eu-frankfurt");
        assertThat(zone).hasMessageContaining("no zone of eu-frankfurt 'q'").hasMessageContaining("[a, b, c]");
        assertThat(host).hasMessageContaining("eu-frankfurt-b-001");
        assertThat(faults.recent(10)).isEmpty();
    }

    @Test
    void whatDoesNotSuitTheKindIsRefused() {
        Faults faults = faults(FaultPlan.NONE);
        Place region = Place.of(FRANKFURT);

        List<OperationsException> refusals = List.of(
                refused(() -> faults.inject(FaultKind.ZONE_POWER_LOSS, region, null, SHORT, ADA)),
                refused(() -> faults.inject(FaultKind.NETWORK_PARTITION, region, null, SHORT, ADA)),
                refused(() -> faults.inject(FaultKind.NETWORK_PARTITION, region, FRANKFURT, SHORT, ADA)),
                refused(() -> faults.inject(FaultKind.BAD_DEPLOYMENT, region, TOKYO, SHORT, ADA)),
                refused(() -> faults.inject(FaultKind.BAD_DEPLOYMENT, region, null, Duration.ofSeconds(9), ADA)),
                refused(() -> faults.inject(FaultKind.BAD_DEPLOYMENT, region, null, Duration.ofHours(25), ADA)));

        assertThat(refusals).extracting(OperationsException::code).containsOnly(ErrorCode.INVALID_INPUT);
        assertThat(room.published()).isEmpty();
    }

    @Test
    void sensorsOfOneHostMayFallSilentToo() {
        Fault fault = faults(FaultPlan.NONE)
                .inject(FaultKind.SENSOR_SILENCE, new Place(FRANKFURT, "a", HOST), null, SHORT, ADA);
        World world = Models.world(Models.small(42));

        world.advance(START.getEpochSecond() + 1, List.of(fault));

        assertThat(world.effects().isHostSilent(0)).isTrue();
        assertThat(world.effects().isZoneSilent(0)).isFalse();
        assertThat(world.zoneHostsUp[0]).isEqualTo(Topology.of(Models.small(42)).hostsOf(0));
    }

    @Test
    void noMoreThanAHundredFaultsAreActiveAtATime() {
        Faults faults = faults(FaultPlan.NONE);
        for (int i = 0; i < 100; i++) {
            faults.inject(FaultKind.BAD_DEPLOYMENT, Place.of(FRANKFURT), null, SHORT, ADA);
        }

        OperationsException refusal =
                refused(() -> faults.inject(FaultKind.BAD_DEPLOYMENT, Place.of(FRANKFURT), null, SHORT, ADA));

        assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT);
        assertThat(faults(FaultPlan.NONE).active()).hasSize(100);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 42})
    void planInjectsAFewFaultsAnHourTheSameForEachRun(long seed) {
        List<Fault> first = plan(seed, 0);
        List<Fault> second = plan(seed, 7);

        assertThat(first).hasSizeBetween(12, 34);
        assertThat(second).isEqualTo(first);
    }

    /** Six hours of the plan, asked for each second but those divisible by {@code missing}. */
    private List<Fault> plan(long seed, int missing) {
        SimulationSettings settings = new SimulationSettings(true, seed, 6, 120, 600, FaultPlan.DEMO);
        Topology topology = Topology.of(Models.small(seed));
        List<Fault> planned = new ArrayList<>();
        TestingFleet own = new TestingFleet(TestingDatabase.fresh().client(), clock);
        Faults faults =
                new Faults(new FaultStore(own.jdbc()), room.fleet(), settings, own.events(), clock, new Ids(clock));
        FaultPlanner planner = new FaultPlanner(settings, topology, faults);
        for (int second = 0; second < 6 * 3_600; second++) {
            if (missing == 0 || second % missing != 0) {
                planner.plan(START.getEpochSecond() + second);
            }
        }
        own.published().forEach(event -> planned.add(((FaultInjected) event).fault()));
        return planned;
    }

    private Faults faults(FaultPlan plan) {
        SimulationSettings settings = new SimulationSettings(true, 42, 6, 120, 600, plan);
        return new Faults(new FaultStore(room.jdbc()), room.fleet(), settings, room.events(), clock, new Ids(clock));
    }

    private static OperationsException refused(Runnable action) {
        @Nullable OperationsException refusal = catchThrowableOfType(OperationsException.class, action::run);
        return Objects.requireNonNull(refusal, "nothing was refused");
    }
}
