package io.novacron.goc.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.telemetry.sketch.QuantileSketch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Quantiles of history, from the sketches of every tier. */
class SketchTiersTest extends ThreeHours {

    private static final int POINTS_A_BUCKET = 20;
    private static final int STEP_MS = 10_000;

    private final Series latency = catalog.resolve(SeriesKey.of("latency_ms", "host", "a"), "test");
    private final SplittableRandom random = new SplittableRandom(11);

    /** Twenty points a bucket that are long in the tail, for so many buckets; returns all of them. */
    private double[] measured(int fromBucket, int buckets) {
        List<SketchCell> cells = new ArrayList<>();
        List<Segment> segments = new ArrayList<>();
        double[] all = new double[0];
        for (int i = fromBucket; i < fromBucket + buckets; i++) {
            double[] values = random.doubles(POINTS_A_BUCKET)
                    .map(u -> -Math.log(1 - u) * 40)
                    .toArray();
            QuantileSketch sketch = new QuantileSketch();
            Arrays.stream(values).forEach(sketch::add);
            cells.add(new SketchCell(latency.id(), DAY.toEpochMilli() + (long) i * STEP_MS, sketch));
            segments.add(segment(latency, i, new double[] {values[POINTS_A_BUCKET - 1]}));
            all = DoubleStream.concat(Arrays.stream(all), Arrays.stream(values)).toArray();
        }
        store(segments, cells);
        Arrays.sort(all);
        return all;
    }

    private double asked(double part, String range, Duration at) {
        return asked("quantile_over_time(%s, latency_ms[%s])".formatted(part, range), DAY.plus(at));
    }

    private static double within1Percent(double value) {
        return QuantileSketch.RELATIVE_ERROR * value * 1.01;
    }

    @Test
    void everyTierTellsQuantilesWithinTheStatedError() {
        double[] all = measured(0, 720);
        clock.set(DAY.plus(Duration.ofHours(4)));
        for (double part : new double[] {0.5, 0.99}) {
            double exact = all[(int) (part * (all.length - 1))];

            tiers.makeAll();
            assertThat(asked(part, "2h", Duration.ofHours(2)))
                    .as("ten seconds and minutes")
                    .isCloseTo(exact, within(within1Percent(exact)));
        }
        assertThat(sql("count(*) from sketch_10s")).isEqualTo(720);
        assertThat(sql("count(*) from sketch_1m")).isEqualTo(120);

        clock.set(DAY.plus(Duration.ofHours(27)));
        tiers.makeAll();

        assertThat(sql("count(*) from sketch_1h")).isEqualTo(2);
        double exact = all[(int) (0.99 * (all.length - 1))];
        assertThat(asked(0.99, "2h", Duration.ofHours(2))).isCloseTo(exact, within(within1Percent(exact)));
    }

    @Test
    void aSketchThatComesLateIsPartOfWhatWasMadeBefore() {
        measured(0, 6);
        tiers.makeAll();

        measured(0, 6);
        tiers.mend(10);

        assertThat(sql("count(*) from sketch_1m")).isEqualTo(1);
        assertThat(count("sketch_1m")).isEqualTo(2 * 6 * POINTS_A_BUCKET);
        assertThat(count("sketch_1h")).isEqualTo(2 * 6 * POINTS_A_BUCKET);
    }

    @Test
    void sketchesGoWithTheirTier() {
        tiers.keepFor(Tier.TEN_SECONDS, Duration.ofHours(6), Actor.person("ada"));
        measured(0, 6);

        tiers.makeAll();

        assertThat(sql("count(*) from sketch_10s")).isZero();
        assertThat(sql("count(*) from sketch_1m")).isEqualTo(1);
    }

    private long count(String table) {
        return database
                .client()
                .sql("select sketch from " + table)
                .query((row, number) ->
                        QuantileSketch.decode(row.getBytes("sketch")).count())
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
