package io.novacron.goc.intelligence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.novacron.goc.db.TestingDatabase;
import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.Severity;
import io.novacron.goc.kernel.TestingClock;
import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.kernel.ZoneKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class FindingsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final TestingDatabase database = TestingDatabase.fresh();
    private final TestingClock clock = new TestingClock(NOW);
    private final Ids ids = new Ids(clock);
    private final List<Object> published = new ArrayList<>();
    private final Findings findings = new Findings(
            new FindingStore(database.client()),
            published::add,
            new DataSourceTransactionManager(database.dataSource()),
            clock);
    private final Baselines baselines = new Baselines(new BaselineStore(database.client()));

    @Test
    void aFindingOpensGrowsWorseAndEndsOnce() {
        Finding first = findings.record(finding(Severity.WARNING));

        findings.escalate(first.id(), Severity.CRITICAL, 0.09, "error ratio is 9 %");
        findings.escalate(first.id(), Severity.HIGH, 0.06, "error ratio is 6 %");
        findings.end(first.id(), NOW.plusSeconds(60));
        findings.end(first.id(), NOW.plusSeconds(90));

        Finding stored = findings.find(first.id()).orElseThrow();
        assertThat(stored.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(stored.seen()).isEqualTo(0.09);
        assertThat(stored.endedAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(stored.place()).isEqualTo(first.place());
        assertThat(published)
                .hasExactlyElementsOfTypes(FindingRecorded.class, FindingEscalated.class, FindingEnded.class);
        assertThat(findings.open()).isEmpty();
    }

    @Test
    void whatIsOpenAndWhatOverlapsARangeIsFound() {
        Finding open = findings.record(finding(Severity.HIGH));
        Finding over = findings.record(finding(Severity.HIGH));
        findings.end(over.id(), NOW.plusSeconds(10));

        List<Finding> later = findings.recent(new TimeRange(NOW.plusSeconds(60), NOW.plusSeconds(120)), 10);

        assertThat(findings.open()).extracting(Finding::id).containsExactly(open.id());
        assertThat(later).extracting(Finding::id).containsExactly(open.id());
    }

    @Test
    void findingsAreFoundAtTheirPlaceAndAtAllAroundIt() {
        Finding here = findings.record(finding(Severity.HIGH));
        Place host = here.place();
        TimeRange now = new TimeRange(NOW, NOW.plusSeconds(1));

        for (Place around : List.of(host, Place.of(new ZoneKey(host.region(), "b")), Place.of(host.region()))) {
            assertThat(findings.at(around, now, 10)).extracting(Finding::id).containsExactly(here.id());
        }
        assertThat(findings.at(Place.of(new ZoneKey(host.region(), "a")), now, 10))
                .isEmpty();
        assertThat(findings.at(new Place(host.region(), "b", new HostId("h-2")), now, 10))
                .isEmpty();
        assertThat(findings.at(host, new TimeRange(NOW.minusSeconds(9), NOW), 10))
                .isEmpty();
    }

    @Test
    void anUnknownFindingIsSaidToBeUnknown() {
        UUID nobody = ids.next();

        assertThatThrownBy(() -> findings.end(nobody, NOW))
                .isInstanceOf(OperationsException.class)
                .hasMessageContaining(nobody.toString());
    }

    @Test
    void theUsualHourIsTheMedianOfItsDays() {
        Instant noon = Instant.parse("2026-11-20T12:00:00Z");
        baselines.learn(
                List.of(
                        new LearntHour(1, noon, new Baseline(10, 1, 360)),
                        new LearntHour(1, noon.plus(Duration.ofDays(1)), new Baseline(11, 1, 360)),
                        new LearntHour(1, noon.plus(Duration.ofDays(2)), new Baseline(99, 40, 360)),
                        new LearntHour(1, noon.plus(Duration.ofHours(1)), new Baseline(500, 1, 360)),
                        new LearntHour(1, noon.minus(Duration.ofDays(30)), new Baseline(1, 1, 360))),
                NOW);

        Baseline usual = java.util.Objects.requireNonNull(baselines.usualAt(NOW).get(1L));

        assertThat(usual.median()).isCloseTo(11, within(1e-9));
        assertThat(usual.mad()).isCloseTo(1, within(1e-9));
        assertThat(usual.samples()).isEqualTo(1_080);
        assertThat(baselines.newestHour()).contains(noon.plus(Duration.ofDays(2)));
    }

    private Finding finding(Severity severity) {
        return new Finding(
                ids.next(),
                "threshold",
                Cause.ERRORS,
                new Place(new RegionId("ap-tokyo"), "b", new HostId("h-1")),
                null,
                "error ratio",
                0.02,
                0.01,
                "ratio",
                severity,
                NOW,
                null,
                "error ratio of ap-tokyo is 2 %; the limit is 1 %");
    }
}
