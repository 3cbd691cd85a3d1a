package io.novacron.goc.incidents;

import static io.novacron.goc.incidents.TestingRooms.SOON;
import static io.novacron.goc.incidents.TestingRooms.awaitAlert;
import static io.novacron.goc.incidents.TestingRooms.bean;
import static io.novacron.goc.incidents.TestingRooms.clock;
import static io.novacron.goc.incidents.TestingRooms.find;
import static io.novacron.goc.incidents.TestingRooms.newRegion;
import static io.novacron.goc.incidents.TestingRooms.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.goc.alerts.Alert;
import io.novacron.goc.alerts.AlertChanged;
import io.novacron.goc.alerts.AlertRaised;
import io.novacron.goc.alerts.Alerts;
import io.novacron.goc.availability.HealthChanged;
import io.novacron.goc.availability.Maintenance;
import io.novacron.goc.availability.Window;
import io.novacron.goc.intelligence.Cause;
import io.novacron.goc.intelligence.Finding;
import io.novacron.goc.intelligence.Findings;
import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.Eventually;
import io.novacron.goc.kernel.Health;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.Severity;
import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.SeriesKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class IncidentsTest {

    private static final Actor ADA = Actor.person("ada");
    private static final Actor BOB = Actor.person("bob");

    private final Incidents incidents = bean(Incidents.class);
    private final RegionId region = newRegion();

    private Optional<Incident> openHere() {
        return incidents.open().stream()
                .filter(incident -> incident.region().equals(region))
                .findFirst();
    }

    private Incident awaitIncident() {
        Eventually.until("a war room for " + region, SOON, () -> openHere().isPresent());
        return openHere().orElseThrow();
    }

    private Incident declared() {
        return incidents.declare("Something is wrong", Severity.HIGH, region, "", ADA);
    }

    private List<String> timeline(Incident incident) {
        return incidents.warRoom(incident.number()).orElseThrow().timeline().stream()
                .map(TimelineEntry::text)
                .toList();
    }

    private static void awaitEventsDone() {
        JdbcClient jdbc = bean(JdbcClient.class);
        Eventually.until(
                "all events handled",
                SOON,
                () -> jdbc.sql("select count(*) from event_publication")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    /** Lets everybody try at the same moment; returns what those were told who did not win. */
    private static List<OperationsException> race(List<Actor> people, Consumer<Actor> deed) throws Exception {
        CyclicBarrier start = new CyclicBarrier(people.size());
        List<OperationsException> refused = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> tries = new ArrayList<>();
            for (Actor person : people) {
                tries.add(threads.submit(() -> {
                    start.await();
                    deed.accept(person);
                    return null;
                }));
            }
            for (Future<?> each : tries) {
                try {
                    each.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof OperationsException refusal)) {
                        throw e;
                    }
                    refused.add(refusal);
                }
            }
        }
        return refused;
    }

    @Test
    void announcedWorkOpensNoWarRoomUntilItEndsWithTroubleLeft() {
        Maintenance maintenance = bean(Maintenance.class);
        bean(SeriesCatalog.class).resolve(SeriesKey.of("up", "region", region.value(), "zone", "a"), "test");
        TimeRange hour = new TimeRange(clock().instant(), clock().instant().plus(Duration.ofHours(1)));
        Window window = maintenance.announce(Place.of(region), hour, "new switches", ADA);

        find(region, Cause.ERRORS, Severity.CRITICAL);
        awaitAlert(region, "the alert of the work", alert -> alert.severity() == Severity.CRITICAL);
        awaitEventsDone();
        Optional<Incident> meanwhile = openHere();
        maintenance.cancel(window.id(), ADA);
        tell(new HealthChanged(
                Place.of(region), Health.MAINTENANCE, Health.CRITICAL, clock().instant(), "6 % of requests fail"));

        assertThat(meanwhile).isEmpty();
        assertThat(timeline(awaitIncident())).first().asString().contains("Opened by alert");
    }

    @Test
    void criticalAlertOpensAWarRoomByItselfAndFurtherAlertsJoin() {
        find(region, Cause.LATENCY, Severity.WARNING);
        awaitAlert(region, "the mild alert", alert -> alert.cause() == Cause.LATENCY);
        find(region, Cause.ERRORS, Severity.CRITICAL);

        Incident incident = awaitIncident();
        find(region, Cause.CAPACITY, Severity.HIGH);
        Eventually.until(
                "three alerts in the room",
                SOON,
                () -> incidents
                                .warRoom(incident.number())
                                .orElseThrow()
                                .alerts()
                                .size()
                        == 3);

        assertThat(incident.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(incident.impact()).contains("Not measured");
        assertThat(incident.activation()).isBetween(Duration.ZERO, Duration.ofSeconds(1));
        assertThat(timeline(incident)).last().asString().startsWith("Opened by alert");
    }

    @Test
    void alertToldTwiceAtOnceOpensOneIncident() throws Exception {
        find(region, Cause.ERRORS, Severity.CRITICAL);
        Alert alert = awaitAlert(region, "raised", each -> each.severity() == Severity.CRITICAL);

        race(List.of(ADA, BOB, ADA, BOB), person -> tell(new AlertRaised(alert, alert.openedAt())));
        Incident incident = awaitIncident();
        awaitEventsDone();

        assertThat(incidents.open())
                .filteredOn(each -> each.region().equals(region))
                .hasSize(1);
        assertThat(timeline(incident))
                .filteredOn(text -> text.contains("alert " + alert.number()))
                .hasSize(1);
    }

    @Test
    void resolvedIncidentIsNotOpenedAgainForTheSameAlert() {
        find(region, Cause.ERRORS, Severity.CRITICAL);
        Incident incident = awaitIncident();
        awaitEventsDone();
        Incident seen = incidents.find(incident.number()).orElseThrow();
        incidents.resolve(seen.number(), seen.version(), "Rolled back", ADA);

        Alert alert = bean(Alerts.class).openIn(region).getFirst();
        tell(new AlertChanged(alert, clock().instant()));
        awaitEventsDone();

        assertThat(openHere()).isEmpty();
    }

    @Test
    void milderAlertOfAResolvedIncidentOpensAnotherWhenItBecomesCritical() {
        Finding finding = find(region, Cause.ERRORS, Severity.HIGH);
        awaitAlert(region, "raised", alert -> alert.findings() == 1);
        Incident first = declared();
        tell(new AlertChanged(bean(Alerts.class).openIn(region).getFirst(), clock().instant()));
        awaitEventsDone();
        Incident seen = incidents.find(first.number()).orElseThrow();
        incidents.resolve(seen.number(), seen.version(), "Seemed fine", ADA);

        bean(Findings.class).escalate(finding.id(), Severity.CRITICAL, 0.4, "40 % of requests fail");

        assertThat(awaitIncident().number()).isGreaterThan(first.number());
    }

    @Test
    void ofTwoCommandersAtOnceOneSitsAndTheOtherIsToldWho() throws Exception {
        Incident incident = declared();

        List<OperationsException> refused =
                race(List.of(ADA, BOB), person -> incidents.takeCommand(incident.number(), person));

        String commander =
                String.valueOf(incidents.find(incident.number()).orElseThrow().commander());
        assertThat(commander).isIn("ada", "bob");
        assertThat(refused).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT);
            assertThat(refusal).hasMessageContaining(commander + " commands incident");
        });
    }

    @Test
    void ofTwoBrowsersResolvingOneWinsAndTheOtherIsToldWhoDid() throws Exception {
        Incident incident = declared();

        List<OperationsException> refused = race(
                List.of(ADA, BOB),
                person -> incidents.resolve(incident.number(), incident.version(), "Done by " + person.name(), person));

        Incident resolved = incidents.find(incident.number()).orElseThrow();
        assertThat(resolved.summary()).isEqualTo("Done by " + resolved.resolvedBy());
        assertThat(refused).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT);
            assertThat(refusal).hasMessageContaining("was resolved by " + resolved.resolvedBy());
        });
        assertThat(timeline(incident))
                .filteredOn(text -> text.startsWith("Resolved:"))
                .hasSize(1);
    }

    @Test
    void seatIsHandedOverByOfferAndAcceptance() {
        Incident incident = declared();
        incidents.takeCommand(incident.number(), ADA);

        assertThatThrownBy(() -> incidents.acceptCommand(incident.number(), BOB))
                .hasMessageContaining("not offered");
        assertThatThrownBy(() -> incidents.offerCommand(incident.number(), "bob", BOB))
                .hasMessageContaining("only the commander");
        incidents.offerCommand(incident.number(), "bob", ADA);
        incidents.acceptCommand(incident.number(), BOB);

        assertThat(incidents.find(incident.number()).orElseThrow().commander()).isEqualTo("bob");
        assertThat(timeline(incident)).contains("bob accepted command from ada");
    }

    @Test
    void secondIncidentOfARegionIsRefusedWithTheNumberOfTheFirst() {
        Incident first = declared();

        assertThatThrownBy(this::declared).hasMessageContaining("incident " + first.number());
    }

    @Test
    void taskWhoseTimePassedIsSaidOnce() {
        Incident incident = declared();
        incidents.addTask(incident.number(), "Call the power company", "bob", Duration.ofMinutes(5), ADA);

        incidents.lapseTasks();
        int early = timeline(incident).size();
        clock().advance(Duration.ofMinutes(5));
        incidents.lapseTasks();
        incidents.lapseTasks();

        assertThat(early).isEqualTo(2);
        assertThat(timeline(incident)).hasSize(3).first().isEqualTo("Overdue: Call the power company");
    }

    @Test
    void timelineOnlyGrowsAndABrokenChainShowsWhere() {
        Incident incident = declared();
        incidents.note(incident.number(), "Power is out", clock().instant().minusSeconds(60), ADA);
        incidents.note(incident.number(), "Generators run", null, BOB);
        JdbcClient jdbc = bean(JdbcClient.class);
        long second = incidents
                .warRoom(incident.number())
                .orElseThrow()
                .timeline()
                .get(1)
                .id();

        assertThat(incidents.firstBroken(incident.number())).isEmpty();
        for (String crime : List.of("update timeline_entry set text = ''", "delete from timeline_entry")) {
            assertThatThrownBy(() -> jdbc.sql(crime).update()).hasMessageContaining("append-only");
        }
        assertThatThrownBy(() -> incidents.note(
                        incident.number(), "soon", clock().instant().plusSeconds(1), ADA))
                .hasMessageContaining("in the future");

        new TransactionTemplate(bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            jdbc.sql("alter table timeline_entry disable trigger timeline_entry_append_only")
                    .update();
            jdbc.sql("update timeline_entry set author = 'nobody' where id = :id")
                    .param("id", second)
                    .update();
            assertThat(incidents.firstBroken(incident.number())).hasValue(second);
            status.setRollbackOnly();
        });
    }
}
