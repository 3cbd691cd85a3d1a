package io.novacron.goc.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.goc.db.TestingDatabase;
import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.TestingClock;
import io.novacron.goc.kernel.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReportsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Actor ADA = Actor.person("ada");
    private static final byte[] DOCUMENT = {1, 2, 3};

    private final TestingClock clock = new TestingClock(NOW);
    private final ReportStore store = new ReportStore(TestingDatabase.fresh().client());
    private final List<Object> events = new ArrayList<>();
    private final Reports reports = new Reports(store, events::add, clock, new Ids(clock));

    @Test
    void whatWasAskedForWaitsAndIsTakenInOrder() {
        Report first = request(Duration.ofDays(1));
        clock.advance(Duration.ofSeconds(1));
        Report second = request(Duration.ofDays(7));

        List<UUID> taken = List.of(
                store.takeNext().orElseThrow().id(),
                store.takeNext().orElseThrow().id());

        assertThat(taken).containsExactly(first.id(), second.id());
        assertThat(store.takeNext()).isEmpty();
        assertThat(events).hasSize(2).allSatisfy(event -> assertThat(event).isInstanceOf(ReportRequested.class));
    }

    @Test
    void whatARestartInterruptedIsMadeAgain() {
        Report report = request(Duration.ofDays(1));
        store.takeNext();
        store.progress(report.id(), 60);

        int again = store.requeue();

        assertThat(again).isOne();
        assertThat(store.takeNext().orElseThrow()).satisfies(taken -> {
            assertThat(taken.id()).isEqualTo(report.id());
            assertThat(taken.progressPercent()).isZero();
        });
    }

    @Test
    void readyReportHandsOutWhatWasStored() {
        Report report = request(Duration.ofDays(1));
        store.takeNext();

        boolean stored = store.finish(report.id(), DOCUMENT, "ab".repeat(32), NOW);

        assertThat(stored).isTrue();
        assertThat(reports.content(report.id())).isEqualTo(DOCUMENT);
        assertThat(reports.find(report.id()).orElseThrow()).satisfies(ready -> {
            assertThat(ready.state()).isEqualTo(ReportState.READY);
            assertThat(ready.bytes()).isEqualTo(DOCUMENT.length);
            assertThat(ready.fileName()).isEqualTo("novacron-executive-2026-03-02.pdf");
        });
    }

    @Test
    void calledOffReportThrowsAwayWhatIsStillMadeOfIt() {
        Report report = request(Duration.ofDays(1));
        store.takeNext();
        reports.cancel(report.id(), ADA);

        boolean stored = store.finish(report.id(), DOCUMENT, "ab".repeat(32), NOW);

        assertThat(stored).isFalse();
        assertThatThrownBy(() -> reports.content(report.id())).isInstanceOf(OperationsException.class);
        assertThatThrownBy(() -> reports.cancel(report.id(), ADA))
                .isInstanceOf(OperationsException.class)
                .hasMessageContaining("finished already");
    }

    @Test
    void periodsThatNobodyCanAnswerForAreRefused() {
        TimeRange ahead = new TimeRange(NOW.plusSeconds(60), NOW.plusSeconds(120));

        assertThatThrownBy(() -> request(Duration.ofDays(367))).hasMessageContaining("at most 366");
        assertThatThrownBy(() -> reports.request(ReportKind.EXECUTIVE, ahead, ADA))
                .hasMessageContaining("in the future");
        assertThat(reports.recent(10)).isEmpty();
    }

    @Test
    void queueIsBounded() {
        for (int i = 0; i < 50; i++) {
            request(Duration.ofDays(1));
        }

        assertThatThrownBy(() -> request(Duration.ofDays(1))).hasMessageContaining("50 reports wait");
    }

    private Report request(Duration length) {
        return reports.request(ReportKind.EXECUTIVE, new TimeRange(NOW.minus(length), NOW), ADA);
    }
}
