package io.novacron.goc.alerts;

import static io.novacron.goc.incidents.TestingRooms.awaitAlert;
import static io.novacron.goc.incidents.TestingRooms.bean;
import static io.novacron.goc.incidents.TestingRooms.clock;
import static io.novacron.goc.incidents.TestingRooms.find;
import static io.novacron.goc.incidents.TestingRooms.newRegion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.goc.access.AuditTrail;
import io.novacron.goc.intelligence.Cause;
import io.novacron.goc.intelligence.Finding;
import io.novacron.goc.intelligence.FindingRecorded;
import io.novacron.goc.intelligence.Findings;
import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.Severity;
import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.kernel.ZoneKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AlertsTest {

    private static final Actor ADA = Actor.person("ada");
    private static final Actor BOB = Actor.person("bob");
    private static final Duration HOUR = Duration.ofHours(1);

    private final Alerts alerts = bean(Alerts.class);
    private final Findings findings = bean(Findings.class);
    private final AlertGrouping grouping = bean(AlertGrouping.class);
    private final RegionId region = newRegion();

    @Test
    void findingsOfOneCauseAreOneAlertAndAnotherCauseIsAnother() {
        find(region, Cause.ERRORS, Severity.WARNING);
        find(region, Cause.ERRORS, Severity.HIGH);
        find(region, Cause.LATENCY, Severity.WARNING);

        Alert errors = awaitAlert(region, "both findings", alert -> alert.findings() == 2);
        awaitAlert(region, "the other cause", alert -> alert.cause() == Cause.LATENCY);

        assertThat(errors.severity()).isEqualTo(Severity.HIGH);
        assertThat(errors.title()).contains("6.3 % of requests fail (limit 5 %)");
        assertThat(alerts.openIn(region)).hasSize(2);
        assertThat(alerts.findings(errors.id())).hasSize(2);
    }

    @Test
    void alertIsAsBadAsItsWorstOpenFindingAndResolvesWithTheLast() {
        Finding mild = find(region, Cause.ERRORS, Severity.WARNING);
        Finding bad = find(region, Cause.ERRORS, Severity.HIGH);
        awaitAlert(region, "both findings", alert -> alert.findings() == 2);

        findings.end(bad.id(), clock().instant());
        Alert milder = awaitAlert(region, "the mild one", alert -> alert.severity() == Severity.WARNING);
        findings.end(mild.id(), clock().instant());
        Alert over = awaitAlert(region, "resolved", alert -> alert.state() == AlertState.RESOLVED);

        assertThat(over.id()).isEqualTo(milder.id());
        assertThat(over.resolvedAt()).isNotNull();
        assertThat(alerts.openIn(region)).isEmpty();
    }

    @Test
    void alertsAreFoundAtThePlacesOfTheirFindings() {
        Finding finding = find(region, Cause.ERRORS, Severity.HIGH);
        Alert alert = awaitAlert(region, "raised", each -> each.findings() == 1);
        TimeRange around = new TimeRange(
                alert.openedAt().minusSeconds(60), alert.openedAt().plusSeconds(60));
        TimeRange before = new TimeRange(alert.openedAt().minusSeconds(60), alert.openedAt());

        assertThat(alerts.at(Place.of(region), around, 10))
                .extracting(Alert::id)
                .containsExactly(alert.id());
        assertThat(alerts.at(finding.place(), around, 10)).extracting(Alert::id).containsExactly(alert.id());
        assertThat(alerts.at(Place.of(new ZoneKey(region, "elsewhere")), around, 10))
                .isEmpty();
        assertThat(alerts.at(Place.of(region), before, 10)).isEmpty();
    }

    @Test
    void beingToldTwiceChangesNothing() {
        Finding finding = find(region, Cause.ERRORS, Severity.HIGH);
        Alert once = awaitAlert(region, "raised", alert -> alert.findings() == 1);

        grouping.on(new FindingRecorded(finding, clock().instant()));
        grouping.on(new FindingRecorded(finding, clock().instant()));

        assertThat(alerts.openIn(region)).containsExactly(once);
    }

    @Test
    void findingWhoseNewsWasLostIsCaughtUpWith() {
        Finding finding = find(region, Cause.ERRORS, Severity.HIGH);
        Alert alert = awaitAlert(region, "raised", each -> each.findings() == 1);
        JdbcClient jdbc = bean(JdbcClient.class);

        jdbc.sql("update finding set ended_at = since where id = :id")
                .param("id", finding.id())
                .update();
        grouping.catchUp();

        assertThat(alerts.find(alert.id()).orElseThrow().state()).isEqualTo(AlertState.RESOLVED);
    }

    @Test
    void acknowledgementHasAnOwnerEndsByItselfAndIsAudited() {
        find(region, Cause.ERRORS, Severity.HIGH);
        Alert raised = awaitAlert(region, "raised", alert -> alert.findings() == 1);

        Alert claimed = alerts.acknowledge(raised.id(), raised.version(), ADA, "on it", HOUR);
        alerts.expireAcknowledgements();
        AlertState before = alerts.find(raised.id()).orElseThrow().state();
        clock().advance(HOUR);
        alerts.expireAcknowledgements();
        Alert after = alerts.find(raised.id()).orElseThrow();

        assertThat(claimed.ack()).extracting(Acknowledgement::owner).isEqualTo("ada");
        assertThat(before).isEqualTo(AlertState.ACKNOWLEDGED);
        assertThat(after.state()).isEqualTo(AlertState.FIRING);
        assertThat(after.ack()).isNull();
        assertThat(bean(AuditTrail.class).recent(1_000))
                .filteredOn(entry -> entry.subject().equals("alert " + raised.number()))
                .extracting(entry -> entry.action())
                .containsExactly("alerts.acknowledgement-expired", "alerts.acknowledge");
    }

    @Test
    void secondClaimOnWhatWasSeenBeforeIsToldWhoWasFirst() {
        find(region, Cause.ERRORS, Severity.HIGH);
        Alert raised = awaitAlert(region, "raised", alert -> alert.findings() == 1);
        alerts.acknowledge(raised.id(), raised.version(), ADA, "on it", HOUR);

        assertThatThrownBy(() -> alerts.acknowledge(raised.id(), raised.version(), BOB, "me", HOUR))
                .isInstanceOf(OperationsException.class)
                .hasMessageContaining("acknowledged by ada");
    }

    @Test
    void furtherFindingsOfAStormDoNotTakeTheAlertOutOfOnesHands() {
        find(region, Cause.ERRORS, Severity.HIGH);
        Alert seen = awaitAlert(region, "raised", alert -> alert.findings() == 1);
        find(region, Cause.ERRORS, Severity.HIGH);
        awaitAlert(region, "both findings", alert -> alert.findings() == 2);

        Alert claimed = alerts.acknowledge(seen.id(), seen.version(), ADA, "on it", HOUR);

        assertThat(claimed.state()).isEqualTo(AlertState.ACKNOWLEDGED);
    }

    @Test
    void claimedAlertThatGrowsWorseFiresAgain() {
        Finding finding = find(region, Cause.ERRORS, Severity.WARNING);
        Alert raised = awaitAlert(region, "raised", alert -> alert.findings() == 1);
        alerts.acknowledge(raised.id(), raised.version(), ADA, "on it", HOUR);

        findings.escalate(finding.id(), Severity.HIGH, 0.2, "20 % of requests fail (limit 5 %)");
        Alert worse = awaitAlert(region, "worse", alert -> alert.severity() == Severity.HIGH);

        assertThat(worse.state()).isEqualTo(AlertState.FIRING);
        assertThat(worse.ack()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT4M59S", "P7DT1S", "PT0S", "PT-1H"})
    void claimForTooShortOrTooLongIsRefused(Duration lasts) {
        find(region, Cause.ERRORS, Severity.HIGH);
        Alert raised = awaitAlert(region, "raised", alert -> alert.findings() == 1);

        assertThatThrownBy(() -> alerts.acknowledge(raised.id(), raised.version(), ADA, "", lasts))
                .hasMessageContaining("5 minutes to 7 days");
        assertThat(alerts.find(raised.id())).contains(raised);
    }
}
