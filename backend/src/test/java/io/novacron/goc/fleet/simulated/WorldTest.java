package io.novacron.goc.fleet.simulated;

import static io.novacron.goc.fleet.simulated.Models.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.fleet.simulated.SimulationSettings.FaultPlan;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.ZoneKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorldTest {

    private static final long SECOND = START.getEpochSecond();
    private static final int FRANKFURT = 0;
    private static final int TOKYO = 2;
    private static final int OTHER_REGION = 4;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 42, -9})
    void sameSeedAndSecondGiveTheSameWorldWhateverCameBefore(long seed) {
        World straight = Models.world(Models.small(seed));
        World detour = Models.world(Models.small(seed));

        straight.advance(SECOND, List.of());
        detour.advance(SECOND - 5_000, List.of(Models.fault(FaultKind.ZONE_POWER_LOSS)));
        detour.advance(SECOND, List.of());

        assertThat(detour.hostValues).containsExactly(straight.hostValues);
        assertThat(detour.regionErrors).containsExactly(straight.regionErrors);
        assertThat(detour.zoneP99Ms).containsExactly(straight.zoneP99Ms);
        assertThat(Models.world(Models.small(seed + 1)).hostValues).isNotEqualTo(straight.hostValues);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 42, -9})
    void nothingCrossesAThresholdOverADayWithoutAFault(long seed) {
        World world = Models.world(new SimulationSettings(true, seed, 120, 720, 0, FaultPlan.NONE));

        double worstErrors = 0;
        double worstP99Ms = 0;
        double busiest = 0;
        double quietestP99Ms = Double.MAX_VALUE;
        for (int minute = 0; minute < 1_440; minute++) {
            world.advance(SECOND + minute * 60L + minute % 60, List.of());
            worstErrors = Math.max(worstErrors, Math.max(most(world.regionErrors), most(world.zoneErrors)));
            worstP99Ms = Math.max(worstP99Ms, Math.max(most(world.regionP99Ms), most(world.zoneP99Ms)));
            quietestP99Ms = Math.min(
                    quietestP99Ms, Arrays.stream(world.regionP99Ms).min().orElseThrow());
            for (int host = 0; host < 720; host++) {
                busiest = Math.max(busiest, world.hostValues[host * World.HOST_METRICS + World.CPU]);
            }
        }

        assertThat(worstErrors).isBetween(0.0005, 0.003);
        assertThat(worstP99Ms).isBetween(150.0, 320.0);
        assertThat(quietestP99Ms).isGreaterThan(40);
        assertThat(busiest).isBetween(0.6, 0.88);
    }

    @Test
    void demandFollowsLocalTime() {
        World world = Models.world(Models.small(42));

        world.advance(SECOND, List.of());
        double frankfurtAfternoon = world.regionRequests[FRANKFURT];
        double tokyoEvening = world.regionRequests[TOKYO];
        world.advance(SECOND + Duration.ofHours(6).toSeconds(), List.of());
        double tokyoBeforeDawn = world.regionRequests[TOKYO];
        world.advance(SECOND + Duration.ofHours(14).toSeconds(), List.of());

        assertThat(world.regionRequests[FRANKFURT]).isLessThan(0.6 * frankfurtAfternoon);
        assertThat(tokyoBeforeDawn).isLessThan(0.75 * tokyoEvening);
        assertThat(world.regionRequests[TOKYO]).isGreaterThan(1.7 * tokyoBeforeDawn);
    }

    @Test
    void lostZoneFailsRequestsInFlightAtOnceAndThenLoadsTheOthers() {
        World world = Models.world(Models.small(42));
        List<Fault> faults = List.of(Models.fault(FaultKind.ZONE_POWER_LOSS));

        world.advance(SECOND, List.of());
        double p99Before = world.regionP99Ms[FRANKFURT];
        double otherZoneBefore = world.zoneRequests[1];
        double cpuBefore = cpuOfFirstHostIn(world, 1);
        world.advance(SECOND + 1, faults);
        double errorsAtOnce = world.regionErrors[FRANKFURT];
        double zoneErrorsAtOnce = world.zoneErrors[1];
        world.advance(SECOND + 300, faults);

        assertThat(errorsAtOnce).isGreaterThan(0.08);
        assertThat(zoneErrorsAtOnce).as("the zones left serve well").isLessThan(0.003);
        assertThat(world.effects().isZoneSilent(0)).isTrue();
        assertThat(world.regionErrors[FRANKFURT]).isBetween(0.01, 0.03);
        assertThat(world.zoneRequests[1]).isGreaterThan(1.12 * otherZoneBefore);
        assertThat(cpuOfFirstHostIn(world, 1)).isGreaterThan(1.05 * cpuBefore);
        assertThat(world.regionP99Ms[FRANKFURT]).isGreaterThan(1.2 * p99Before);
    }

    @Test
    void lossOfMostZonesOverloadsWhatIsLeft() {
        World world = Models.world(Models.small(42));
        List<Fault> faults = List.of("a", "b", "c", "d").stream()
                .map(zone -> inZone(Models.fault(FaultKind.ZONE_POWER_LOSS), zone))
                .toList();

        world.advance(SECOND + 300, faults);

        assertThat(world.regionErrors[FRANKFURT]).isGreaterThan(0.4);
        assertThat(world.regionP99Ms[FRANKFURT]).isGreaterThan(3_000);
    }

    @Test
    void partitionCutsTheLinkBetweenItsRegionsAndFillsTheOthers() {
        Topology topology = Topology.of(Models.small(42));
        World well = Models.world(Models.small(42));
        World faulty = Models.world(Models.small(42));
        Fault partition = Models.fault(FaultKind.NETWORK_PARTITION);
        int link = linkOf(topology, FRANKFURT);
        RegionId peer = topology.regions().get(topology.links().to(link)).id();
        Fault between = new Fault(
                partition.id(),
                partition.kind(),
                partition.target(),
                peer,
                partition.startedAt(),
                partition.lasts(),
                null,
                partition.by());

        well.advance(SECOND + 60, List.of());
        faulty.advance(SECOND + 60, List.of(between));

        assertThat(faulty.linkLoss[link]).isGreaterThan(0.8);
        assertThat(faulty.linkRttMs[link]).isGreaterThan(5 * well.linkRttMs[link]);
        assertThat(well.linkLoss[link]).isLessThan(0.001);
        assertThat(well.linkRttMs[link])
                .isBetween(
                        0.6 * topology.links().usualMs(link),
                        1.2 * topology.links().usualMs(link));
    }

    private static int linkOf(Topology topology, int region) {
        return IntStream.range(0, topology.links().count())
                .filter(link -> topology.links().from(link) == region)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void faultIsSeenWhileItLastsAndGoneAfterwards(FaultKind kind) {
        World faulty = Models.world(Models.small(42));
        World well = Models.world(Models.small(42));
        List<Fault> faults = List.of(Models.fault(kind));

        well.advance(SECOND + 120, List.of());
        faulty.advance(SECOND + 120, faults);
        boolean seen = isChanged(kind, faulty, well);
        well.advance(SECOND + 600, List.of());
        faulty.advance(SECOND + 600, faults);

        assertThat(seen).as(kind.effect()).isTrue();
        assertThat(faulty.hostValues).containsExactly(well.hostValues);
        assertThat(faulty.regionErrors).containsExactly(well.regionErrors);
        assertThat(faulty.effects().isHostSilent(0)).isFalse();
    }

    private static boolean isChanged(FaultKind kind, World faulty, World well) {
        double errors = faulty.regionErrors[FRANKFURT];
        return switch (kind) {
            case ZONE_POWER_LOSS -> faulty.effects().isZoneSilent(0) && errors > 0.01;
            case HOST_CRASH ->
                faulty.effects().isHostSilent(0)
                        && !faulty.effects().isHostSilent(1)
                        && faulty.zoneHostsUp[0] == well.zoneHostsUp[0] - 1;
            case SLOW_DISK ->
                faulty.hostValues[World.DISK_LATENCY] > 15 * well.hostValues[World.DISK_LATENCY]
                        && faulty.zoneP99Ms[0] > 1.1 * well.zoneP99Ms[0];
            case NETWORK_PARTITION ->
                errors > 0.05
                        && faulty.regionErrors[TOKYO] > 0.05
                        && faulty.regionP99Ms[TOKYO] > 3 * well.regionP99Ms[TOKYO];
            case BAD_DEPLOYMENT -> errors > 0.11 && errors < 0.13;
            case NOISY_NEIGHBOUR -> faulty.hostValues[World.STEAL] > 0.3;
            case MEMORY_LEAK ->
                faulty.hostValues[World.MEMORY] > well.hostValues[World.MEMORY] + 0.1
                        && faulty.zoneErrors[0] > 3 * well.zoneErrors[0];
            case SENSOR_SILENCE -> faulty.effects().isZoneSilent(0) && errors == well.regionErrors[FRANKFURT];
        };
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void faultTouchesNoOtherRegionByASingleBit(FaultKind kind) {
        World faulty = Models.world(Models.small(7));
        World well = Models.world(Models.small(7));

        faulty.advance(SECOND + 30, List.of(Models.fault(kind)));
        well.advance(SECOND + 30, List.of());

        Topology topology = Topology.of(Models.small(7));
        int zone = topology.firstZone(OTHER_REGION);
        int row = topology.firstHost(zone) * World.HOST_METRICS;
        assertThat(faulty.regionErrors[OTHER_REGION]).isEqualTo(well.regionErrors[OTHER_REGION]);
        assertThat(faulty.regionP99Ms[OTHER_REGION]).isEqualTo(well.regionP99Ms[OTHER_REGION]);
        assertThat(faulty.zoneRequests[zone]).isEqualTo(well.zoneRequests[zone]);
        assertThat(Arrays.copyOfRange(faulty.hostValues, row, row + 80))
                .containsExactly(Arrays.copyOfRange(well.hostValues, row, row + 80));
    }

    private static double cpuOfFirstHostIn(World world, int zone) {
        int host = Topology.of(Models.small(42)).firstHost(zone);
        return world.hostValues[host * World.HOST_METRICS + World.CPU];
    }

    private static Fault inZone(Fault fault, String zone) {
        return new Fault(
                fault.id(),
                fault.kind(),
                Place.of(new ZoneKey(Models.FRANKFURT, zone)),
                null,
                fault.startedAt(),
                fault.lasts(),
                null,
                fault.by());
    }

    private static double most(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }
}
