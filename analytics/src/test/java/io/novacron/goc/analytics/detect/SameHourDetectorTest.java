package io.novacron.goc.analytics.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.novacron.goc.intelligence.Baseline;
import io.novacron.goc.kernel.Draws;
import io.novacron.goc.kernel.Severity;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameHourDetectorTest {

    private static final Baseline USUAL = new Baseline(500, 8, 360);

    private final SameHourDetector detector = new SameHourDetector(1, true, 6, Duration.ofSeconds(30));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void calmDataAroundTheUsualIsNeverReported(long seed) {
        Draws draws = new Draws(seed);
        detector.usual(USUAL);

        long reported = 0;
        for (int second = 1; second <= 20_000; second++) {
            double value = 500 + 12 * draws.normal(1, second) + 30 * Math.sin(second / 3_000.0);
            reported += detector.observe(second * 1_000L, value).severity() == null ? 0 : 1;
        }

        assertThat(reported).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24, 25})
    void aHalvedRateIsReportedWithinFortyFiveSeconds(long seed) {
        Draws draws = new Draws(seed);
        detector.usual(USUAL);

        int delay = -1;
        for (int second = 1; second <= 200; second++) {
            double level = second <= 100 ? 500 : 250;
            Opinion opinion = detector.observe(second * 1_000L, level + 12 * draws.normal(1, second));
            if (opinion.severity() != null && delay < 0) {
                delay = second - 100;
                assertThat(opinion.severity()).isEqualTo(Severity.WARNING);
                assertThat(opinion.expected()).isEqualTo(500);
            }
        }

        assertThat(delay).isBetween(30, 45);
    }

    @Test
    void withoutHistoryNothingIsSaid() {
        detector.usual(new Baseline(500, 8, SameHourDetector.LEAST_SAMPLES - 1));

        Opinion opinion = Opinion.CLEAN;
        for (int second = 1; second <= 100; second++) {
            opinion = detector.observe(second * 1_000L, 5);
        }

        assertThat(opinion).isEqualTo(Opinion.CLEAN);
    }

    @Test
    void theBaselineOfValuesWithOutliersIsThatOfTheRest() {
        double[] values = {10, 11, 9, 10, 12, 8, 10, 1_000, 11, 9, 10};

        Baseline baseline = RobustBaseline.of(values);

        assertThat(baseline.median()).isCloseTo(10, within(1e-9));
        assertThat(baseline.mad()).isCloseTo(1, within(1e-9));
        assertThat(values[7]).isEqualTo(1_000);
    }
}
