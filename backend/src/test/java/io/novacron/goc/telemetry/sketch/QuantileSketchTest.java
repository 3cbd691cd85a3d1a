package io.novacron.goc.telemetry.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantileSketchTest {

    private static final double[] PARTS = {0, 0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999, 1};

    private static QuantileSketch of(double... values) {
        QuantileSketch sketch = new QuantileSketch();
        Arrays.stream(values).forEach(sketch::add);
        return sketch;
    }

    private static double[] random(int many, DoubleUnaryOperator shape) {
        SplittableRandom random = new SplittableRandom(many);
        return DoubleStream.generate(random::nextDouble).map(shape).limit(many).toArray();
    }

    /** Every quantile lies within the stated error of the values it may be between. */
    private static void assertWithinError(QuantileSketch sketch, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        for (double part : PARTS) {
            double rank = part * (sorted.length - 1);
            double lower = sorted[(int) Math.floor(rank)];
            double upper = sorted[(int) Math.ceil(rank)];
            double most = QuantileSketch.RELATIVE_ERROR * (1 + 1e-9);
            assertThat(sketch.quantile(part))
                    .as("quantile %s", part)
                    .isBetween(lower - most * Math.abs(lower), upper + most * Math.abs(upper));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 1_000, 100_000})
    void everyQuantileIsWithinTheStatedErrorWhateverTheShape(int many) {
        for (DoubleUnaryOperator shape : new DoubleUnaryOperator[] {
            u -> u,
            u -> Math.pow(10, 12 * u - 6),
            u -> -Math.log(1 - u) * 250,
            u -> 20 * u - 10,
            u -> u < 0.3 ? 0 : u,
            u -> -Math.pow(10, 6 * u),
            u -> Math.floor(u * 100)
        }) {
            double[] values = random(many, shape);
            assertWithinError(of(values), values);
        }
    }

    @Test
    void noBucketIsWiderThanTheErrorAllows() {
        double gamma = (1 + QuantileSketch.RELATIVE_ERROR) / (1 - QuantileSketch.RELATIVE_ERROR);
        for (int index = -2_000; index < 4_000; index++) {
            double from = Scale.lowerBound(index);
            double until = Scale.lowerBound(index + 1);
            assertThat(until / from).as("bucket %d", index).isLessThanOrEqualTo(gamma * (1 + 1e-12));
            assertThat(Scale.index(from * (1 + 1e-12))).isEqualTo(index);
            assertThat(Scale.index(until * (1 - 1e-12))).isEqualTo(index);
        }
    }

    @Test
    void partsThatAreMergedSayWhatOneOfAllWouldSay() {
        double[] values = random(9_000, u -> Math.pow(10, 8 * u - 4) * (u < 0.2 ? -1 : 1));
        QuantileSketch whole = of(values);
        QuantileSketch merged = new QuantileSketch();
        for (int from = 0; from < values.length; from += 90) {
            merged.merge(of(Arrays.copyOfRange(values, from, from + 90)));
        }

        assertThat(merged.encode()).isEqualTo(whole.encode());
        assertThat(merged.count()).isEqualTo(9_000);
    }

    @Test
    void bytesComeBackAsTheSameSketchAndAreFew() {
        double[] values = random(10, u -> 100 + u * 5);
        QuantileSketch sketch = of(values);
        sketch.add(0, 3);
        sketch.add(-7, 2);

        byte[] bytes = sketch.encode();
        QuantileSketch back = QuantileSketch.decode(bytes);

        assertThat(bytes).hasSizeLessThan(24);
        assertThat(back.encode()).isEqualTo(bytes);
        assertThat(back.count()).isEqualTo(15);
        for (double part : PARTS) {
            assertThat(back.quantile(part)).isEqualTo(sketch.quantile(part));
        }
    }

    @Test
    void whatIsNoSketchIsRefused() {
        byte[] good = of(1, 2, 3).encode();
        byte[] longer = Arrays.copyOf(good, good.length + 1);
        byte[] shorter = Arrays.copyOf(good, good.length - 1);
        byte[] other = good.clone();
        other[0] = 9;

        for (byte[] bad : new byte[][] {{}, other, longer, shorter, {1, 0, -1, -1, 127}}) {
            assertThatIllegalArgumentException().isThrownBy(() -> QuantileSketch.decode(bad));
        }
    }

    @Test
    void valuesFarApartKeepTheGreatAndMakeTheSmallOne() {
        QuantileSketch sketch = of(1e-11, 1, 1e30);

        assertThat(sketch.count()).isEqualTo(3);
        assertThat(sketch.quantile(1)).isCloseTo(1e30, within(1e28));
        assertThat(QuantileSketch.decode(sketch.encode()).quantile(1)).isEqualTo(sketch.quantile(1));
    }

    @Test
    void nothingAndNonsenseAreSaidAsTheQueryLanguageSaysThem() {
        assertThat(new QuantileSketch().quantile(0.5)).isNaN();
        assertThat(of(1).quantile(Double.NaN)).isNaN();
        assertThat(of(1).quantile(-0.1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(of(1).quantile(1.1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(of(1e-13, -1e-13).quantile(0.5)).isZero();
    }
}
