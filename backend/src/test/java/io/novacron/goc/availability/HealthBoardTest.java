package io.novacron.goc.availability;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.db.TestingDatabase;
import io.novacron.goc.fleet.TestingFleet;
import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.Health;
import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.TestingClock;
import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.kernel.ZoneKey;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class HealthBoardTest {

    private static final RegionId TOKYO = new RegionId("ap-tokyo");
    private static final RegionId PARIS = new RegionId("eu-paris");
    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    private static final AvailabilitySettings SETTINGS = new AvailabilitySettings(
            new BigDecimal("99.9999"),
            0.01,
            0.05,
            Duration.ofMillis(800),
            Duration.ofSeconds(2),
            0.75,
            2,
            Duration.ofSeconds(30),
            2.5,
            Duration.ofMillis(250),
            Duration.ofDays(400));

    private final TestingDatabase database = TestingDatabase.fresh();
    private final DataSourceTransactionManager transactions = new DataSourceTransactionManager(database.dataSource());
    private final TestingClock clock = new TestingClock(START);
    private final TestingStream stream = new TestingStream(clock);
    private final List<Object> published = new ArrayList<>();
    private final ApplicationEventPublisher events = published::add;
    private final HealthStore store = new HealthStore(database.client());
    private final TestingFleet fleet = new TestingFleet(database.client(), clock);
    private final Maintenance maintenance = new Maintenance(
            new MaintenanceStore(database.client()), fleet.fleet(), events, transactions, new Ids(clock), clock);
    private final HealthBoard board = newBoard();
    private boolean hanging;

    private HealthBoard newBoard() {
        return new HealthBoard(SETTINGS, store, maintenance, stream.catalog, events, transactions, clock);
    }

    @BeforeEach
    void listen() {
        stream.catalog.listen(fleet.discovery());
        stream.to(board::folded, () -> {
            board.evaluate();
            if (!hanging) {
                board.store();
            }
        });
    }

    @Test
    void isUnknownUntilHeardAndThenOk() {
        stream.region("ap-tokyo", 3);

        stream.run(1);
        Health first = board.region(TOKYO).state();
        stream.run(2);

        assertThat(first).isEqualTo(Health.UNKNOWN);
        assertThat(board.region(TOKYO).state()).isEqualTo(Health.OK);
        assertThat(board.zone(new ZoneKey(TOKYO, "ap-tokyoa")).state()).isEqualTo(Health.OK);
        assertThat(board.region(PARIS).state()).isEqualTo(Health.UNKNOWN);
        assertThat(board.counts()).containsExactly(1, 0, 0, 0, 0);
        assertThat(board.indicators(TOKYO).hostsUp()).isEqualTo(6);
        assertThat(board.indicators(TOKYO).lastSampleAt()).isEqualTo(clock.instant());
    }

    @Test
    void whatComesBackPartByPartIsNotDegradedOnItsWay() {
        stream.region("ap-tokyo", 2);
        stream.run(5);
        stream.silence("region", "ap-tokyo");
        stream.run(10);
        published.clear();

        stream.set(100, "service_requests_per_second", "region", "ap-tokyo");
        stream.set(0.001, "service_error_ratio", "region", "ap-tokyo");
        stream.set(120, "service_latency_p99_ms", "region", "ap-tokyo");
        stream.run(4);
        Health meanwhile = board.region(TOKYO).state();
        stream.region("ap-tokyo", 2);
        stream.run(4);

        assertThat(meanwhile).isEqualTo(Health.UNKNOWN);
        assertThat(board.region(TOKYO).state()).isEqualTo(Health.OK);
        assertThat(published)
                .filteredOn(HealthChanged.class::isInstance)
                .noneMatch(event -> ((HealthChanged) event).to() == Health.DEGRADED);
    }

    @Test
    void aZoneThatDoesNotComeBackDegradesItsRegionAfterAMoment() {
        stream.region("ap-tokyo", 2);
        stream.run(5);
        stream.silence("region", "ap-tokyo");
        stream.run(10);

        stream.region("ap-tokyo", 1);
        stream.run(20);

        assertThat(board.region(TOKYO).state()).isEqualTo(Health.DEGRADED);
        assertThat(board.region(TOKYO).reason()).isEqualTo("1 of 2 zones are unknown or critical");
    }

    @Test
    void aRegionTurnsCriticalWithTheSecondBadSampleAndSaysWhy() {
        stream.region("ap-tokyo", 3);
        stream.run(5);

        stream.set(0.072, "service_error_ratio", "region", "ap-tokyo");
        stream.run(1);
        Health afterOne = board.region(TOKYO).state();
        stream.run(1);

        assertThat(afterOne).isEqualTo(Health.OK);
        assertThat(board.region(TOKYO).state()).isEqualTo(Health.CRITICAL);
        assertThat(board.region(TOKYO).reason()).isEqualTo("error ratio 7.20 %, limit 5.00 %");
        assertThat(published)
                .filteredOn(HealthChanged.class::isInstance)
                .last()
                .satisfies(event -> assertThat(event)
                        .isEqualTo(new HealthChanged(
                                Place.of(TOKYO),
                                Health.OK,
                                Health.CRITICAL,
                                clock.instant(),
                                "error ratio 7.20 %, limit 5.00 %")));
    }

    @Test
    void aSilentZoneIsUnknownWithinThreeIntervalsAndItsRegionDegraded() {
        stream.region("ap-tokyo", 3);
        stream.run(5);

        stream.silence("zone", "ap-tokyob");
        stream.run(3);

        assertThat(board.zone(new ZoneKey(TOKYO, "ap-tokyob")).state()).isEqualTo(Health.UNKNOWN);
        stream.run(1);
        assertThat(board.region(TOKYO).state()).isEqualTo(Health.DEGRADED);
        assertThat(board.region(TOKYO).reason()).isEqualTo("1 of 3 zones are unknown or critical");
    }

    @Test
    void aSilentRegionIsUnknownAndNeverOk() {
        stream.region("ap-tokyo", 2);
        stream.region("eu-paris", 2);
        stream.run(5);

        stream.silence("region", "ap-tokyo");
        stream.run(3);

        assertThat(board.region(TOKYO).state()).isEqualTo(Health.UNKNOWN);
        assertThat(board.region(PARIS).state()).isEqualTo(Health.OK);
        assertThat(board.indicators(TOKYO).errorRatio()).isNaN();
        assertThat(board.counts()).containsExactly(1, 0, 0, 0, 1);
    }

    @Test
    void aShortPauseOfTheWholeInflowIsNobodysSilence() {
        stream.region("ap-tokyo", 2);
        stream.run(5);

        clock.advance(Duration.ofSeconds(4));
        board.evaluate();
        Health shortly = board.region(TOKYO).state();
        clock.advance(Duration.ofSeconds(3));
        board.evaluate();

        assertThat(shortly).isEqualTo(Health.OK);
        assertThat(board.region(TOKYO).state()).isEqualTo(Health.UNKNOWN);
    }

    @Test
    void hostsOfPrometheusAreJudgedByTheirOwnInterval() {
        RegionId unassigned = RegionId.UNASSIGNED;
        stream.region("eu-paris", 1);
        for (int scrape = 0; scrape < 4; scrape++) {
            stream.set(1, "node_load1", "instance", "server-1:9100", "job", "node");
            stream.run(1);
            stream.silence("job", "node");
            stream.run(14);
        }

        Health whileScraped = board.region(unassigned).state();
        stream.run(15);
        Health afterTwoMissed = board.region(unassigned).state();
        stream.run(10);

        assertThat(whileScraped).isEqualTo(Health.OK);
        assertThat(afterTwoMissed).isEqualTo(Health.OK);
        assertThat(board.region(unassigned).state()).isEqualTo(Health.UNKNOWN);
    }

    @Test
    void announcedWorkOverridesWhateverIsSeen() {
        stream.region("ap-tokyo", 2);
        stream.run(3);
        TimeRange hour = new TimeRange(clock.instant(), clock.instant().plusSeconds(60));
        Window window = maintenance.announce(Place.of(TOKYO), hour, "new switches", Actor.person("mia"));
        stream.set(0.5, "service_error_ratio", "region", "ap-tokyo");

        stream.run(5);
        Health during = board.region(TOKYO).state();
        maintenance.cancel(window.id(), Actor.person("mia"));
        stream.run(1);

        assertThat(during).isEqualTo(Health.MAINTENANCE);
        assertThat(board.region(TOKYO).state()).isEqualTo(Health.CRITICAL);
        assertThat(published)
                .filteredOn(io.novacron.goc.kernel.AuditedEvent.class::isInstance)
                .hasSize(2);
    }

    @Test
    void workIsRememberedForItsPlaceAndItsPartsUntilItWasCalledOff() {
        stream.region("ap-tokyo", 2);
        stream.run(3);
        Instant begin = clock.instant();
        TimeRange hour = new TimeRange(begin, begin.plusSeconds(3_600));
        Window window = maintenance.announce(Place.of(TOKYO), hour, "new switches", Actor.person("mia"));
        stream.run(60);
        maintenance.cancel(window.id(), Actor.person("mia"));

        Place host = new Place(TOKYO, "a", new HostId("h-1"));
        TimeRange early = new TimeRange(begin, begin.plusSeconds(30));
        for (Place place : List.of(host, Place.of(new ZoneKey(TOKYO, "a")), Place.of(TOKYO))) {
            assertThat(maintenance.during(place, early, 10))
                    .extracting(Window::over)
                    .containsExactly(begin.plusSeconds(60));
        }
        assertThat(maintenance.during(Place.of(new RegionId("eu-oslo")), early, 10))
                .isEmpty();
        assertThat(maintenance.during(Place.of(TOKYO), new TimeRange(begin.plusSeconds(90), begin.plusSeconds(99)), 10))
                .isEmpty();
    }

    @Test
    void theLedgerHoldsRequestsFailuresAndSecondsOfEachState() {
        stream.region("ap-tokyo", 2);
        stream.run(30);
        stream.set(0.10, "service_error_ratio", "region", "ap-tokyo");

        stream.run(30);
        board.stop();
        stream.run(1);

        LedgerSums sums = store.sums(new TimeRange(START, START.plusSeconds(60)), TOKYO);
        assertThat(sums.requests()).isBetween(5_700.0, 6_000.0);
        assertThat(sums.failed()).isBetween(0.001 * 2_800 + 0.1 * 2_800, 0.001 * 3_000 + 0.1 * 3_000);
        assertThat(sums.seconds()[Health.OK.ordinal()]).isBetween(27.0, 30.0);
        assertThat(sums.seconds()[Health.CRITICAL.ordinal()]).isBetween(27.0, 30.0);
        assertThat(sums.measured()).isBetween(56.0, 59.0);
    }

    @Test
    @Timeout(30)
    void aDatabaseThatHangsMakesNoStateOldAndHearsItAllLater() throws SQLException {
        stream.region("ap-tokyo", 1);
        stream.run(3);
        stream.set(0.10, "service_error_ratio", "region", "ap-tokyo");
        hanging = true;

        try (Connection other = database.dataSource().getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table health_change in access exclusive mode");
            stream.run(3);
            assertThat(board.region(TOKYO).state()).isEqualTo(Health.CRITICAL);
            other.rollback();
        }
        board.store();

        assertThat(store.changes(Place.of(TOKYO), new TimeRange(START, START.plusSeconds(600)), 1))
                .extracting(HealthChanged::to)
                .containsExactly(Health.CRITICAL);
    }

    @Test
    void afterARestartEverythingIsUnknownUntilItIsHeardAndTheRowsSaySo() {
        stream.region("ap-tokyo", 1);
        stream.run(3);

        HealthBoard next = newBoard();
        next.admitIgnorance();
        next.evaluate();
        Health atStart = next.region(TOKYO).state();
        stream.to(next::folded, () -> {
            next.evaluate();
            next.store();
        });
        stream.run(3);

        assertThat(atStart).isEqualTo(Health.UNKNOWN);
        assertThat(next.region(TOKYO).state()).isEqualTo(Health.OK);
        List<HealthChanged> rows =
                store.changes(Place.of(TOKYO), new TimeRange(START, START.plusSeconds(600)), 100).stream()
                        .filter(change -> change.place().equals(Place.of(TOKYO)))
                        .toList()
                        .reversed();
        assertThat(rows).extracting(HealthChanged::to).containsExactly(Health.OK, Health.UNKNOWN, Health.OK);
        assertThat(rows.get(1).reason()).contains("restarted");
    }
}
