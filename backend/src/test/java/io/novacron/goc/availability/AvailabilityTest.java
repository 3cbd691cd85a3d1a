package io.novacron.goc.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.novacron.goc.db.TestingDatabase;
import io.novacron.goc.fleet.TestingFleet;
import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.Health;
import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.TestingClock;
import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.SeriesKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class AvailabilityTest {

    private static final BigDecimal SIX_NINES = new BigDecimal("99.9999");
    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    private static final RegionId TOKYO = new RegionId("ap-tokyo");
    private static final RegionId PARIS = new RegionId("eu-paris");

    private final TestingDatabase database = TestingDatabase.fresh();
    private final HealthStore store = new HealthStore(database.client());
    private final Availability availability = new Availability(
            store,
            new Binder(new MapConfigurationPropertySource())
                    .bindOrCreate("goc.availability", AvailabilitySettings.class));

    @Test
    void sixNinesLeaveThirtyOneAndAHalfSecondsAYear() {
        Duration budget = LedgerSums.budget(Duration.ofDays(365), SIX_NINES);

        assertThat(budget).isEqualTo(Duration.ofMillis(31_536));
    }

    @Test
    void downtimeIsTheFailedShareOfTheMeasuredTime() {
        minutes(TOKYO, 60, 1_000, 0.001);

        AvailabilityFigures figures = availability.figures(hours(2), TOKYO);

        assertThat(figures.availability()).isCloseTo(0.999, within(1e-9));
        assertThat(figures.measuredRatio()).isCloseTo(0.5, within(1e-9));
        assertThat(figures.downtime()).isEqualTo(Duration.ofMillis(3_600));
        assertThat(figures.budget()).isEqualTo(Duration.ofNanos(7_200_000));
        assertThat(figures.budgetLeft()).isEqualTo(Duration.ofNanos(7_200_000 - 3_600_000_000L));
        assertThat(figures.byState()).containsEntry(Health.OK, Duration.ofHours(1));
    }

    @Test
    void whatWasNeverMeasuredHasNoAvailability() {
        AvailabilityFigures figures = availability.figures(hours(1), PARIS);

        assertThat(figures.availability()).isNaN();
        assertThat(figures.measuredRatio()).isZero();
        assertThat(figures.downtime()).isZero();
    }

    @Test
    void regionsAreRankedByTheirUsersAndTheCurveShowsWhen() {
        minutes(TOKYO, 60, 1_000, 0.01);
        minutes(PARIS, 60, 3_000, 0.0);

        List<RegionAvailability> worst = availability.worst(hours(1), 1);
        List<AvailabilityPoint> curve = availability.curve(hours(2), 4);

        assertThat(worst).extracting(RegionAvailability::region).containsExactly(TOKYO);
        assertThat(availability.figures(hours(1), null).availability()).isCloseTo(0.9975, within(1e-9));
        assertThat(curve).hasSize(4);
        assertThat(curve.get(1).availability()).isCloseTo(0.9975, within(1e-9));
        assertThat(curve.get(3).availability()).isNaN();
    }

    @Test
    void aMinuteThatARestartCutInTwoIsOneRow() {
        minutes(TOKYO, 1, 500, 0.0);
        minutes(TOKYO, 1, 500, 0.2);

        LedgerSums sums = store.sums(hours(1), TOKYO);

        assertThat(sums.requests()).isEqualTo(1_000);
        assertThat(sums.failed()).isEqualTo(100);
    }

    @Test
    void badMaintenanceIsRefusedWithASentence() {
        TestingClock clock = new TestingClock(START);
        TestingFleet fleet = new TestingFleet(database.client(), clock);
        SeriesCatalog catalog = new SeriesCatalog(1, 100);
        catalog.listen(fleet.discovery());
        catalog.resolve(SeriesKey.of("up", "region", TOKYO.value(), "zone", "a"), "test");
        Maintenance maintenance = new Maintenance(
                new MaintenanceStore(database.client()),
                fleet.fleet(),
                event -> {},
                new DataSourceTransactionManager(database.dataSource()),
                new Ids(clock),
                clock);
        Actor mia = Actor.person("mia");
        TimeRange past = new TimeRange(START.minusSeconds(60), START);
        Place host = new Place(TOKYO, "a", new HostId("h-1"));
        Place nowhere = new Place(TOKYO, "atlantis", null);

        assertThatThrownBy(() -> maintenance.announce(Place.of(TOKYO), past, "late", mia))
                .isInstanceOf(OperationsException.class)
                .hasMessageContaining("over at");
        assertThatThrownBy(() -> maintenance.announce(host, hours(1), "disk", mia))
                .hasMessageContaining("name its zone or region");
        assertThatThrownBy(() -> maintenance.announce(Place.of(TOKYO), hours(1), " ", mia))
                .hasMessageContaining("reason");
        assertThatThrownBy(() -> maintenance.announce(nowhere, hours(1), "dry it", mia))
                .hasMessageContaining("there is no " + nowhere);
        assertThat(maintenance.announced()).isEmpty();
    }

    private static TimeRange hours(int hours) {
        return new TimeRange(START, START.plus(Duration.ofHours(hours)));
    }

    private void minutes(RegionId region, int many, double requests, double failedShare) {
        store.keep(hours(24), START.minus(Duration.ofDays(400)));
        for (int i = 0; i < many; i++) {
            store.add(List.of(new LedgerMinute(
                    region, START.plus(Duration.ofMinutes(i)), requests, requests * failedShare, new double[] {
                        60, 0, 0, 0, 0
                    })));
        }
    }
}
