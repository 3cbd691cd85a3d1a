package io.novacron.goc.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.db.TestingDatabase;
import io.novacron.goc.fleet.simulated.SimulationSettings;
import io.novacron.goc.fleet.simulated.SimulationSettings.FaultPlan;
import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.TestingClock;
import io.novacron.goc.kernel.ZoneKey;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.SeriesKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscoveryTest {

    private static final Region FRANKFURT = new Region(
            new RegionId("eu-frankfurt"),
            "Frankfurt",
            "Germany",
            "Europe",
            50.11,
            8.68,
            ZoneId.of("Europe/Berlin"),
            true);

    private final TestingClock clock = TestingClock.at("2026-03-10T13:00:00Z");
    private final TestingDatabase database = TestingDatabase.fresh();
    private final TestingFleet room = new TestingFleet(database.client(), clock);
    private final SeriesCatalog catalog = new SeriesCatalog(1, 1_000);

    @Test
    void prometheusHostAppearsAtOnceInTheRegionForHostsWithoutOne() {
        catalog.listen(room.discovery());

        catalog.resolve(SeriesKey.of("node_load1", "instance", "web-1:9100", "job", "node"), "prometheus");

        Host host = room.fleet().host(new HostId("web-1")).orElseThrow();
        assertThat(host.zone()).isEqualTo(new ZoneKey(RegionId.UNASSIGNED, "default"));
        assertThat(host.simulated()).isFalse();
        assertThat(room.fleet().regions()).extracting(Region::name).containsExactly("Unassigned hosts");
        assertThat(room.published())
                .anyMatch(event ->
                        event instanceof HostsDiscovered found && found.hosts().contains(host.id()))
                .anyMatch(RegionDiscovered.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource({
        "instance, db-1:9100, db-1",
        "instance, db-1, db-1",
        "instance, [fe80::1]:9100, fe80::1",
        "host, db-1:eth0, db-1:eth0"
    })
    void hostIsNamedByItsLabelOrItsInstanceWithoutPort(String label, String value, String host) {
        catalog.listen(room.discovery());

        catalog.resolve(
                SeriesKey.of("node_load1", label, value, "goc_region", "eu-home", "zone", "cellar"), "prometheus");

        ZoneKey cellar = new ZoneKey(new RegionId("eu-home"), "cellar");
        assertThat(room.fleet().hosts(cellar))
                .extracting(found -> found.id().value())
                .containsExactly(host);
    }

    @Test
    void namesThatNobodyCouldUseAreLeftOutAndHarmNoOther() {
        catalog.listen(room.discovery());

        catalog.resolveAll(
                List.of(
                        SeriesKey.of("probe_success", "instance", "https://example.com/<script>"),
                        SeriesKey.of("node_load1", "host", "h-0", "zone", "no such/zone"),
                        SeriesKey.of("vm_up", "host", "h-1", "vm", "odd\u0001name"),
                        SeriesKey.of("node_load1", "host", "h-2")),
                "prometheus");

        assertThat(room.fleet().hosts(new ZoneKey(RegionId.UNASSIGNED, "default")))
                .extracting(found -> found.id().value())
                .containsExactly("h-1", "h-2");
        assertThat(room.fleet().counts().vms()).isZero();
    }

    @Test
    void whatWasFoundOutlivesARestartInTheSameOrder() {
        room.regions().add(List.of(FRANKFURT));
        catalog.listen(room.discovery());
        catalog.resolve(SeriesKey.of("vm_running", "host", "h-1", "vm", "vm-1", "flavor", "small"), "prometheus");

        room.write();
        Fleet restarted = new TestingFleet(database.client(), clock).fleet();

        assertThat(restarted.regions()).containsExactlyElementsOf(room.fleet().regions());
        assertThat(restarted.host(new HostId("h-1"))).isEqualTo(room.fleet().host(new HostId("h-1")));
        assertThat(restarted.vms(new HostId("h-1"))).extracting(Vm::flavor).containsExactly("small");
        assertThat(restarted.indexOf(RegionId.UNASSIGNED)).isEqualTo(1);
        assertThat(restarted.counts()).isEqualTo(new FleetCounts(2, 1, 1, 1));
    }

    @Test
    void vmFoundAgainAfterARestartWasFirstSeenBefore() {
        catalog.listen(room.discovery());
        catalog.resolve(SeriesKey.of("vm_running", "host", "h-1", "vm", "vm-1", "flavor", "small"), "prometheus");
        room.write();
        Instant before = clock.instant();
        clock.advance(Duration.ofHours(2));

        TestingFleet restarted = new TestingFleet(database.client(), clock);
        catalog.listen(restarted.discovery());

        assertThat(restarted.fleet().vms(new HostId("h-1")))
                .extracting(Vm::firstSeen)
                .containsExactly(before);
    }

    @Test
    void whatIsSimulatedNoLongerIsOutOfSight() {
        room.regions().add(List.of(FRANKFURT));
        catalog.listen(room.discovery());
        for (String host : List.of("eu-frankfurt-a-001", "eu-frankfurt-a-002")) {
            String vm = host + "-vm-05";
            catalog.resolve(
                    SeriesKey.of(
                            "vm_running",
                            "region",
                            "eu-frankfurt",
                            "zone",
                            "a",
                            "host",
                            host,
                            "vm",
                            vm,
                            "flavor",
                            "small"),
                    "simulation");
        }
        room.write();

        TestingFleet off = restarted(new SimulationSettings(false, 42, 6, 120, 600, FaultPlan.NONE));
        TestingFleet smaller = restarted(new SimulationSettings(true, 42, 6, 36, 72, FaultPlan.NONE));
        TestingFleet same = restarted(new SimulationSettings(true, 42, 6, 120, 600, FaultPlan.NONE));

        assertThat(off.fleet().counts()).isEqualTo(new FleetCounts(0, 0, 0, 0));
        assertThat(smaller.fleet().counts()).isEqualTo(new FleetCounts(1, 1, 1, 0));
        assertThat(same.fleet().counts()).isEqualTo(new FleetCounts(1, 1, 2, 2));
    }

    private TestingFleet restarted(SimulationSettings settings) {
        TestingFleet restarted = new TestingFleet(database.client(), clock, settings);
        catalog.listen(restarted.discovery());
        return restarted;
    }
}
