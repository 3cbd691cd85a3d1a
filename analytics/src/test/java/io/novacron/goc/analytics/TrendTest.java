package io.novacron.goc.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrendTest {

    private static final long STEP_MS = 10_000;
    private static final long MINUTES_15 = 900_000;

    @Test
    void aLineLeadsOnAndASpikeDoesNotBendIt() {
        double[] values = line(90, 100, 0.5);
        values[40] = 5_000;
        values[70] = Double.NaN;
        long[] times = times(90);

        Trend trend = Trend.of(times, values).orElseThrow();

        assertThat(trend.slope()).isCloseTo(0.05, within(1e-9));
        assertThat(trend.isSure()).isTrue();
        assertThat(trend.at(times[89] + MINUTES_15).middle()).isCloseTo(100 + 0.5 * (89 + 90), within(1e-6));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noiseAloneSeldomLeadsAnywhereAndTheBandHoldsNineOfTenPoints(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = random.doubles(200, -1, 1).toArray();
        double[] past = Arrays.copyOf(values, 100);

        Trend trend = Trend.of(times(100), past).orElseThrow();

        Trend.Outlook next = trend.at(trend.lastMs() + STEP_MS);
        long held = Arrays.stream(values, 100, 200)
                .filter(value -> value >= next.low() && value <= next.high())
                .count();
        assertThat(held).isGreaterThan(70);
        assertThat(Math.abs(trend.slope())).isLessThan(0.001);
        assertThat(trend.at(trend.lastMs() + MINUTES_15).high()
                        - trend.at(trend.lastMs() + MINUTES_15).low())
                .as("what is farther away is less certain")
                .isGreaterThan(next.high() - next.low());
    }

    @Test
    void riskGrowsAsTheLimitComesNearer() {
        SplittableRandom random = new SplittableRandom(5);
        double[] values = line(90, 0, 0.1);
        for (int i = 0; i < values.length; i++) {
            values[i] += random.nextDouble(-1, 1);
        }
        Trend trend = Trend.of(times(90), values).orElseThrow();
        long later = trend.lastMs() + MINUTES_15;

        assertThat(trend.risk(1_000, later)).isZero();
        assertThat(trend.risk(-1_000, later)).isEqualTo(1);
        assertThat(trend.risk(trend.at(later).middle(), later)).isBetween(0.3, 0.7);
        assertThat(trend.risk(18, trend.lastMs())).isLessThan(trend.risk(18, later));
    }

    @Test
    void fewPointsLeadNowhereAndManyAreThinned() {
        assertThat(Trend.of(times(11), line(11, 0, 1))).isEmpty();
        assertThat(Trend.of(new long[0], new double[0])).isEmpty();
        double[] nothing = new double[50];
        Arrays.fill(nothing, Double.NaN);
        assertThat(Trend.of(times(50), nothing)).isEmpty();

        Trend many = Trend.of(times(10_000), line(10_000, 7, 0.25)).orElseThrow();

        assertThat(many.slope()).isCloseTo(0.025, within(1e-9));
        assertThat(many.lastMs()).isEqualTo(9_999 * STEP_MS);
        assertThat(many.off()).hasSize(300);
    }

    @Test
    void aConstantIsSureOfNothingAndStaysWhereItIs() {
        Trend trend = Trend.of(times(40), line(40, 3, 0)).orElseThrow();

        assertThat(trend.isSure()).isFalse();
        assertThat(trend.at(trend.lastMs() + MINUTES_15)).isEqualTo(new Trend.Outlook(3, 3, 3));
    }

    private static long[] times(int many) {
        long[] times = new long[many];
        Arrays.setAll(times, i -> i * STEP_MS);
        return times;
    }

    private static double[] line(int many, double from, double step) {
        double[] values = new double[many];
        Arrays.setAll(values, i -> from + step * i);
        return values;
    }
}
