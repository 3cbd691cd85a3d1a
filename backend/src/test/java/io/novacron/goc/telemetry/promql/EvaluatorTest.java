package io.novacron.goc.telemetry.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.telemetry.sketch.QuantileSketch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluatorTest {

    private static final double NONE = Double.NaN;

    private final TestingPoints points = new TestingPoints()
            .with("up", Map.of("job", "a", "host", "1"), 1, 1, 1, 1, 1, 1, 1)
            .with("up", Map.of("job", "a", "host", "2"), 1, 1, 0, 0, 0, 0, 0)
            .with("up", Map.of("job", "b", "host", "3"), 1, 1, 1, 1, 1, 1, 1)
            .with("total", Map.of("host", "1"), 0, 10, 20, 30, 5, 15, 25)
            .with("total", Map.of("host", "2"), 100, 100, NONE, NONE, 130, 140, 150)
            .with("owner", Map.of("job", "a", "team", "red"), 1, 1, 1, 1, 1, 1, 1)
            .with("owner", Map.of("job", "b", "team", "blue"), 2, 2, 2, 2, 2, 2, 2)
            .with("d_bucket", Map.of("le", "0.1"), 10, 10)
            .with("d_bucket", Map.of("le", "0.5"), 30, 30)
            .with("d_bucket", Map.of("le", "+Inf"), 40, 40);

    /** Expected values are those of Prometheus 2.42 on the same points. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sum by (job) (up)                    | {job=\"a\"}=1.0, {job=\"b\"}=1.0",
                "sum without (host) (up)              | {job=\"a\"}=1.0, {job=\"b\"}=1.0",
                "count(up == 1)                       | {}=2.0",
                "up{job='a'} == 0                     | up{host=\"2\",job=\"a\"}=0.0",
                "up{job='a'} == bool 0                | {host=\"1\",job=\"a\"}=0.0, {host=\"2\",job=\"a\"}=1.0",
                "topk(1, total)                       | total{host=\"2\"}=150.0",
                "bottomk(1, total)                    | total{host=\"1\"}=25.0",
                "quantile(0.5, total)                 | {}=87.5",
                "max(total) - min(total)              | {}=125.0",
                "increase(total{host='1'}[60s])       | {host=\"1\"}=55.0",
                "resets(total[60s])                   | {host=\"1\"}=1.0, {host=\"2\"}=0.0",
                "irate(total[60s])                    | {host=\"1\"}=1.0, {host=\"2\"}=1.0",
                "delta(total{host='1'}[60s])          | {host=\"1\"}=25.0",
                "avg_over_time(total{host='1'}[20s])  | {host=\"1\"}=15.0",
                "count_over_time(total[60s])          | {host=\"1\"}=7.0, {host=\"2\"}=5.0",
                "quantile_over_time(0.5, total{host='1'}[60s]) | {host=\"1\"}=15.0",
                "histogram_quantile(0.5, d_bucket)    | {}=0.30000000000000004",
                "histogram_quantile(0.99, d_bucket)   | {}=0.5",
                "absent(nothing{a='b',c=~'d'})        | {a=\"b\"}=1.0",
                "absent(up)                           | ",
                "up * on (job) group_left (team) owner | {host=\"1\",job=\"a\",team=\"red\"}=1.0, "
                        + "{host=\"2\",job=\"a\",team=\"red\"}=0.0, {host=\"3\",job=\"b\",team=\"blue\"}=2.0",
                "total offset 30s                     | total{host=\"1\"}=30.0, total{host=\"2\"}=100.0",
                "up{host='1'} or up{host='3'}         | up{host=\"1\",job=\"a\"}=1.0, up{host=\"3\",job=\"b\"}=1.0",
                "up and on (host) total               | up{host=\"1\",job=\"a\"}=1.0, up{host=\"2\",job=\"a\"}=0.0",
                "up unless on (host) total            | up{host=\"3\",job=\"b\"}=1.0",
                "-total{host='1'}                     | {host=\"1\"}=-25.0",
                "100 < total                          | total{host=\"2\"}=150.0",
                "scalar(total{host='1'}) + 1          | scalar=26.0",
                "vector(3) + time()                   | {}=63.0",
                "timestamp(total{host='1'})           | {host=\"1\"}=60.0",
                "clamp_max(total, 30)                 | {host=\"1\"}=25.0, {host=\"2\"}=30.0",
                "round(total{host='1'} / 7, 0.1)      | {host=\"1\"}=3.6"
            })
    void anExpressionGivesWhatPrometheusGives(String promql, String expected) {
        String wanted = expected == null ? "{}" : "{" + expected.replaceAll("\\s+", " ") + "}";

        assertThat(points.at(60, promql)).hasToString(wanted);
    }

    @Test
    void aPointIsTheValueForFiveMinutesAndNoLonger() {
        assertThat(points.at(60 + 300, "total{host='1'}")).hasSize(1);
        assertThat(points.at(60 + 301, "total{host='1'}")).isEmpty();
    }

    @Test
    void aRangeIsComputedAtEachStepAndAGapStaysAGap() {
        TestingPoints gap = new TestingPoints().with("x", Map.of(), 1, 2, 3);
        Steps steps = new Steps(0, 100_000, 6);

        Evaluator.Value value = new Evaluator(gap, steps, TestingPoints.unlimited()).evaluate(Parser.parse("x + 1"));

        assertThat(value).isInstanceOfSatisfying(Evaluator.Value.Vector.class, vector -> {
            Column column = vector.columns().getFirst();
            assertThat(column.at()).startsWith(2, 4, 4, 4);
            assertThat(column.has(4)).isFalse();
            assertThat(column.has(5)).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "up + on (job) owner      | several series of the left side match {job=\"a\"}",
                "owner + on (job) up      | several series of the right side match {job=\"a\"}",
                "rate({__name__=~'[ut].*',host='1'}[60s]) + 0 | {host=\"1\"} more than once",
            })
    void whatCannotBeMatchedIsRefused(String promql, String why) {
        TestingPoints alike = new TestingPoints()
                .with("up", Map.of("job", "a", "host", "1"), 1, 1, 1, 1, 1, 1, 1)
                .with("up", Map.of("job", "a", "host", "2"), 1, 1, 1, 1, 1, 1, 1)
                .with("up", Map.of("host", "1"), 1, 1, 1, 1, 1, 1, 1)
                .with("total", Map.of("host", "1"), 0, 10, 20, 30, 40, 50, 60)
                .with("owner", Map.of("job", "a", "team", "red"), 1, 1, 1, 1, 1, 1, 1);

        assertThatExceptionOfType(OperationsException.class)
                .isThrownBy(() -> alike.at(60, promql))
                .withMessageContaining(why);
    }

    @Test
    void aQueryThatLooksAtTooMuchIsStopped() {
        Budget small = new Budget(() -> 0, 5, Duration.ofHours(1));

        assertThatExceptionOfType(OperationsException.class)
                .isThrownBy(
                        () -> new Evaluator(points, new Steps(60_000, 1, 1), small).evaluate(Parser.parse("sum(up)")))
                .withMessageContaining("more than 5 points");
    }

    @Test
    void bucketsKnowTheirSumsAndExtremes() {
        Points.Buckets buckets = new Points.Buckets(
                new double[] {10, 10},
                new double[] {100, 300},
                new double[] {1, 2},
                new double[] {50, 60},
                new double[] {0, 70},
                new double[] {0, 3},
                Map.of());
        PointSource rollups = (matchers, span) ->
                List.of(new Points(Labels.EMPTY, new long[] {9_999, 19_999}, new double[] {12, 34}, buckets));

        assertThat(one(rollups, "avg_over_time(x[1m])")).isEqualTo(20);
        assertThat(one(rollups, "sum_over_time(x[1m])")).isEqualTo(400);
        assertThat(one(rollups, "count_over_time(x[1m])")).isEqualTo(20);
        assertThat(one(rollups, "min_over_time(x[1m])")).isEqualTo(1);
        assertThat(one(rollups, "max_over_time(x[1m])")).isEqualTo(60);
        assertThat(one(rollups, "x")).isEqualTo(34);
        assertThat(one(rollups, "resets(x[1m])")).isEqualTo(3);
        assertThat(one(rollups, "increase(x[1m])"))
                .as("70 in 10 s, drawn out to the end of the range and back to where it was zero")
                .isCloseTo(152, within(0.1));
    }

    @Test
    void quantilesOfBucketsComeFromTheirSketches() {
        QuantileSketch sketch = new QuantileSketch();
        IntStream.rangeClosed(1, 100).forEach(sketch::add);
        double[] any = {0, 0};
        Points.Buckets buckets =
                new Points.Buckets(new double[] {100, 100}, any, any, any, any, any, Map.of(9_999L, sketch));
        PointSource source = (matchers, span) -> span.forQuantiles()
                ? List.of(new Points(Labels.EMPTY, new long[] {9_999, 19_999}, new double[] {5, 1_000}, buckets))
                : List.of();

        assertThat(one(source, "quantile_over_time(0.25, x[1m])"))
                .as("a quarter of both, which is half of the first")
                .isCloseTo(50, within(1.0));
        assertThat(one(source, "quantile_over_time(0.9, x[1m])"))
                .as("the second bucket has no sketch: a hundred points of its last value")
                .isCloseTo(1_000, within(10.0));
        assertThat(one(source, "quantile_over_time(2, x[1m])")).isEqualTo(Double.POSITIVE_INFINITY);
    }

    private static double one(PointSource source, String promql) {
        Evaluator evaluator = new Evaluator(source, new Steps(30_000, 1, 1), TestingPoints.unlimited());
        return evaluator.evaluate(Parser.parse(promql)) instanceof Evaluator.Value.Vector(List<Column> columns)
                ? columns.getFirst().at()[0]
                : Double.NaN;
    }
}
