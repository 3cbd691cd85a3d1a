package io.novacron.goc.fleet.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.fleet.Region;
import io.novacron.goc.fleet.simulated.SimulationSettings.FaultPlan;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopologyTest {

    private static final Topology FULL =
            Topology.of(new SimulationSettings(true, 42, 120, 6_000, 60_000, FaultPlan.NONE));

    @Test
    void catalogueHasOneHundredTwentyPlacesOnAllInhabitedContinents() {
        List<Region> regions = FULL.regions();

        List<String> ids = regions.stream().map(region -> region.id().value()).toList();

        assertThat(ids).hasSize(120).doesNotHaveDuplicates();
        assertThat(regions)
                .extracting(Region::continent)
                .containsAll(List.of("Africa", "Asia", "Europe", "North America", "Oceania", "South America"));
        assertThat(regions)
                .extracting(region -> region.latitude() + "/" + region.longitude())
                .doesNotHaveDuplicates();
    }

    @Test
    void linksConnectAllRegionsAndNoneTwice() {
        Links links = FULL.links();
        Set<Integer> reached = new HashSet<>(Set.of(0));
        for (int round = 0; round < links.count(); round++) {
            for (int link = 0; link < links.count(); link++) {
                if (reached.contains(links.from(link)) || reached.contains(links.to(link))) {
                    reached.addAll(List.of(links.from(link), links.to(link)));
                }
            }
        }

        assertThat(reached).hasSize(120);
        assertThat(IntStream.range(0, links.count()).mapToObj(link -> links.from(link) + "-" + links.to(link)))
                .doesNotHaveDuplicates()
                .hasSizeBetween(120, 240);
        assertThat(IntStream.range(0, links.count())).allMatch(link -> links.from(link) < links.to(link));
    }

    @Test
    void timeZonesFitTheLongitudes() {
        Instant winter = Instant.parse("2026-01-15T00:00:00Z");

        List<String> odd = FULL.regions().stream()
                .filter(region -> {
                    double byClock =
                            region.timeZone().getRules().getOffset(winter).getTotalSeconds() / 3600.0;
                    double bySun = Objects.requireNonNull(region.longitude()) / 15;
                    return Math.abs(byClock - bySun) > 2.2;
                })
                .map(region -> region.id().value())
                .toList();

        assertThat(odd).isEmpty();
    }

    @Test
    void hostsAndMachinesAreSpreadWithoutRemainder() {
        int hosts = 0;
        int fewest = Integer.MAX_VALUE;
        for (int zone = 0; zone < FULL.zones(); zone++) {
            hosts += FULL.hostsOf(zone);
            fewest = Math.min(fewest, FULL.hostsOf(zone));
        }
        int machines = 0;
        for (int host = 0; host < FULL.hosts(); host++) {
            machines += FULL.vmsOf(host);
        }

        assertThat(hosts).isEqualTo(6_000);
        assertThat(machines).isEqualTo(60_000);
        assertThat(fewest).isPositive();
        assertThat(FULL.zones()).isBetween(600, 720);
        assertThat(FULL.hostOfVm(0)).isZero();
        assertThat(FULL.hostOfVm(59_999)).isEqualTo(5_999);
    }
}
