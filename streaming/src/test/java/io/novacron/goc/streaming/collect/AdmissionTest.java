package io.novacron.goc.streaming.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.TestingClock;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.SeriesKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private final AtomicLong nanos = new AtomicLong();
    private final TestingClock clock = TestingClock.at("2026-11-27T10:00:00Z");

    private Admission admission(long pointsPerSecond) {
        return new Admission(
                new AdmissionSettings(pointsPerSecond, 1_000, 1_000, List.of("alarms"), Duration.ofSeconds(1)),
                nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static void refused(Runnable enters, String why) {
        assertThatExceptionOfType(OperationsException.class)
                .isThrownBy(enters::run)
                .withMessageContaining(why)
                .matches(e -> e.code() == ErrorCode.OVERLOADED);
    }

    @Test
    void aSenderThatSendsTooMuchWaitsAndTheOthersDoNot() {
        Admission admission = admission(100);
        admission.enter("prometheus:greedy", 1_000);
        admission.leave(1_000, Duration.ofMillis(5));

        refused(() -> admission.enter("vmagent:greedy", 50), "greedy sends more than its 100 points a second");
        admission.enter("prometheus:modest", 1_000);

        pass(Duration.ofSeconds(1));
        admission.enter("prometheus:greedy", 100);
        refused(() -> admission.enter("prometheus:greedy", 1), "greedy sends more");
    }

    @Test
    void aBatchLargerThanTheBurstPassesAloneSoThatNoneIsRefusedForEver() {
        Admission admission = admission(100);

        admission.enter("prometheus:large", 5_000);
        refused(() -> admission.enter("prometheus:large", 1), "large sends more");

        pass(Duration.ofSeconds(60));
        admission.enter("prometheus:large", 5_000);
    }

    @Test
    void whileTheBrokerIsSlowOnlyThoseWithPriorityEnter() {
        Admission admission = admission(0);
        for (int i = 0; i < 10; i++) {
            admission.enter("prometheus:any", 10);
            admission.leave(10, Duration.ofSeconds(3));
            pass(Duration.ofSeconds(2));
            admission.enter("prometheus:any", 10);
            admission.leave(10, Duration.ofSeconds(3));
            refused(() -> admission.enter("prometheus:any", 10), "takes longer than 1000 ms");
            assertThatCode(() -> admission.enter("prometheus:alarms", 10)).doesNotThrowAnyException();
            pass(Duration.ofSeconds(2));
        }

        for (int i = 0; i < 20; i++) {
            admission.enter("prometheus:alarms", 10);
            admission.leave(10, Duration.ofMillis(10));
        }

        assertThatCode(() -> admission.enter("prometheus:any", 10)).doesNotThrowAnyException();
    }

    @Test
    void theLastFifthIsForThoseWithPriority() {
        Admission admission = admission(0);
        admission.enter("prometheus:any", 1_600_000);

        refused(() -> admission.enter("prometheus:any", 1), "1600000 points wait for the broker");
        admission.enter("otlp-http:alarms", 400_000);
        refused(() -> admission.enter("otlp-http:alarms", 1), "wait for the broker");
        assertThat(admission.waiting()).isEqualTo(Admission.POINTS_IN_FLIGHT_MOST);

        admission.leave(1_600_000, Duration.ofMillis(1));
        admission.enter("prometheus:any", 1);
    }

    @Test
    void aMillionNewSeriesInAMinuteLeaveRoomForTheOthers() {
        SeriesCatalog catalog = new SeriesCatalog(1, 50_000);
        NewSeries series = TestingSeries.within(catalog, clock, 40_000, 10_000);
        int refused = 0;
        for (int i = 0; i < 1_000_000; i++) {
            try {
                series.resolve(SeriesKey.of("m", "bomb", Integer.toString(i)), "prometheus:bomber");
            } catch (OperationsException e) {
                refused++;
            }
        }

        assertThat(refused).isEqualTo(990_000);
        assertThat(catalog.size()).isEqualTo(10_000);
        assertThat(series.resolve(SeriesKey.of("m", "good", "1"), "prometheus:other")
                        .index())
                .isEqualTo(10_000);
    }

    @Test
    void aLabelBombIsStoppedAndWhatIsKnownGoesOn() {
        SeriesCatalog catalog = new SeriesCatalog(1, 1_000_000);
        NewSeries series = TestingSeries.within(catalog, clock, 250, 100);
        for (int i = 0; i < 100; i++) {
            series.resolve(SeriesKey.of("m", "bomb", "n" + i), "prometheus:bomber");
        }

        refused(
                () -> series.resolve(SeriesKey.of("m", "bomb", "n100"), "otlp-grpc:bomber"),
                "bomber has made 100 series known in this minute");
        assertThat(series.resolve(SeriesKey.of("m", "bomb", "n7"), "prometheus:bomber")
                        .index())
                .isEqualTo(7);
        assertThat(series.resolve(SeriesKey.of("m", "good", "1"), "prometheus:other")
                        .index())
                .isEqualTo(100);

        for (int minute = 1; minute <= 2; minute++) {
            clock.advance(Duration.ofMinutes(1));
            for (int i = 0; i < 75; i++) {
                series.resolve(SeriesKey.of("m", "bomb", "n" + (minute * 100 + i)), "prometheus:bomber");
            }
        }

        refused(
                () -> series.resolve(SeriesKey.of("m", "bomb", "last"), "prometheus:bomber"),
                "bomber has 250 series that are alive, its quota");
        assertThat(catalog.size()).isEqualTo(251);
    }
}
