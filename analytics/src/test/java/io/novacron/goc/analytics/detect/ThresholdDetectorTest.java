package io.novacron.goc.analytics.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.analytics.detect.ThresholdDetector.Rung;
import io.novacron.goc.kernel.Draws;
import io.novacron.goc.kernel.Severity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdDetectorTest {

    private final ThresholdDetector detector = new ThresholdDetector(List.of(
            new Rung(0.05, Severity.CRITICAL, 2, Duration.ZERO),
            new Rung(0.01, Severity.WARNING, 2, Duration.ofSeconds(10))));

    @Test
    void isCriticalWithTheSecondSampleAboveTheHighestLimit() {
        detector.observe(1_000, 0.001);
        Opinion first = detector.observe(2_000, 0.07);
        Opinion second = detector.observe(3_000, 0.08);

        assertThat(first.severity()).isNull();
        assertThat(first.clean()).isFalse();
        assertThat(second).isEqualTo(new Opinion(Severity.CRITICAL, false, 0.08, 0.05, 2_000));
    }

    @Test
    void aLesserExcessMustLast() {
        Opinion early = Opinion.CLEAN;
        for (int second = 1; second <= 10; second++) {
            early = detector.observe(second * 1_000L, 0.02);
        }
        Opinion late = detector.observe(11_000, 0.02);

        assertThat(early.severity()).isNull();
        assertThat(late).isEqualTo(new Opinion(Severity.WARNING, false, 0.02, 0.01, 1_000));
    }

    @Test
    void oneSampleBelowTheLimitStartsAnew() {
        detector.observe(1_000, 0.07);
        Opinion below = detector.observe(2_000, 0.001);
        Opinion again = detector.observe(3_000, 0.07);

        assertThat(below.clean()).isTrue();
        assertThat(again.severity()).isNull();
    }

    @Test
    void nothingIsKnownToHaveLastedOverALongGap() {
        detector.observe(1_000, 0.02);

        Opinion afterGap = detector.observe(1_000_000, 0.02);

        assertThat(afterGap.severity()).isNull();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aDayOfCalmNoiseIsNeverReported(long seed) {
        Draws draws = new Draws(seed);

        long reported = 0;
        for (int second = 1; second <= 86_400; second++) {
            double value = 0.001 + 0.0005 * Math.abs(draws.normal(1, second));
            reported += detector.observe(second * 1_000L, value).severity() == null ? 0 : 1;
        }

        assertThat(reported).isZero();
    }
}
