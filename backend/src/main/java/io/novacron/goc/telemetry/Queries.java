package io.novacron.goc.telemetry;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Ticker;
import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.telemetry.QueryAnswer.AnsweredSeries;
import io.novacron.goc.telemetry.QueryAnswer.Kind;
import io.novacron.goc.telemetry.promql.Budget;
import io.novacron.goc.telemetry.promql.Column;
import io.novacron.goc.telemetry.promql.Evaluator;
import io.novacron.goc.telemetry.promql.Expression;
import io.novacron.goc.telemetry.promql.Labels;
import io.novacron.goc.telemetry.promql.Literals;
import io.novacron.goc.telemetry.promql.LookBack;
import io.novacron.goc.telemetry.promql.Matcher;
import io.novacron.goc.telemetry.promql.Order;
import io.novacron.goc.telemetry.promql.Parser;
import io.novacron.goc.telemetry.promql.PointSource;
import io.novacron.goc.telemetry.promql.Points;
import io.novacron.goc.telemetry.promql.Steps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Answers questions in PromQL (the part that {@code docs/promql.md} lists) over memory and rollups, within limits, so
 * that no question takes the house away from others.
 */
public final class Queries {

    /** How many steps a range may have. */
    public static final int STEPS_MOST = 11_000;

    private final MetricSeries metrics;
    private final PointFinder finder;
    private final QuerySettings settings;
    private final Clock clock;
    private final Ticker ticker;

    Queries(MetricSeries metrics, PointFinder finder, QuerySettings settings, Clock clock, Ticker ticker) {
        this.metrics = metrics;
        this.finder = finder;
        this.settings = settings;
        this.clock = clock;
        this.ticker = ticker;
    }

    /**
     * Answers for one moment; a range vector gives its points as they are.
     *
     * @throws OperationsException {@link ErrorCode#INVALID_INPUT} when the expression cannot be read or computed,
     *     {@link ErrorCode#TOO_LARGE} when it costs too much
     */
    public QueryAnswer instant(String promql, Instant at) {
        return instant(promql, at, LookBack.PROMETHEUS);
    }

    private QueryAnswer instant(String promql, Instant at, LookBack lookBack) {
        Expression expression = Parser.parse(promql);
        if (expression instanceof Expression.Range range) {
            return points(range, at);
        }
        Steps steps = new Steps(at.toEpochMilli(), 1, 1);
        Hearing hearing = new Hearing(finder);
        return switch (evaluate(expression, hearing, steps, lookBack)) {
            case Evaluator.Value.Scalar(double[] values) ->
                new QueryAnswer(
                        Kind.SCALAR, List.of(new AnsweredSeries(Map.of(), times(steps), values)), hearing.heard());
            case Evaluator.Value.Vector(List<Column> columns) ->
                new QueryAnswer(
                        Kind.VECTOR,
                        Order.of(expression, columns).stream()
                                .map(column -> answered(column, steps))
                                .toList(),
                        hearing.heard());
        };
    }

    /**
     * Answers for every step of a range, both ends included.
     *
     * @throws OperationsException as {@link #instant}
     */
    public QueryAnswer range(String promql, TimeRange range, Duration step) {
        return range(promql, range, step, LookBack.PROMETHEUS);
    }

    private QueryAnswer range(String promql, TimeRange range, Duration step, LookBack lookBack) {
        Expression expression = Parser.parse(promql);
        if (step.toMillis() < 1) {
            throw new OperationsException(ErrorCode.INVALID_INPUT, "the step is %s; give 1ms or more".formatted(step));
        }
        long count = Duration.between(range.from(), range.until()).toMillis() / step.toMillis() + 1;
        if (count > STEPS_MOST) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "the range has %,d steps; at most %,d are computed: make the step longer"
                            .formatted(count, STEPS_MOST));
        }
        Steps steps = new Steps(range.from().toEpochMilli(), step.toMillis(), (int) count);
        Hearing hearing = new Hearing(finder);
        List<Column> columns = switch (evaluate(expression, hearing, steps, lookBack)) {
            case Evaluator.Value.Scalar(double[] values) -> List.of(new Column(Labels.EMPTY, values));
            case Evaluator.Value.Vector(List<Column> many) -> Order.byLabels(many);
        };
        return new QueryAnswer(
                Kind.MATRIX,
                columns.stream().map(column -> answered(column, steps)).toList(),
                hearing.heard());
    }

    private Evaluator.Value evaluate(Expression expression, PointSource source, Steps steps, LookBack lookBack) {
        return new Evaluator(source, steps, new Budget(ticker, settings.pointsMost(), settings.longest()), lookBack)
                .evaluate(expression);
    }

    /**
     * Answers what a screen asks for every step of a range. {@code $__interval} and {@code $__rate_interval} stand for
     * the step, and for a range that holds enough points for a rate, as in Grafana. A series that fell silent ends
     * soon ({@link LookBack#onScreen}), not after the five minutes that tools expect of Prometheus.
     *
     * @throws OperationsException as {@link #instant}
     */
    public QueryAnswer ask(String expression, TimeRange range, Duration step) {
        return range(Interval.of(step).in(expression), range, step, LookBack.onScreen(step));
    }

    /** The same for one moment. */
    public QueryAnswer ask(String expression, Instant at, Duration step) {
        return instant(Interval.of(step).in(expression), at, LookBack.onScreen(step));
    }

    /**
     * Whether an expression of a screen can be read.
     *
     * @throws OperationsException {@link ErrorCode#INVALID_INPUT} says where it cannot
     */
    public void check(String expression) {
        Parser.parse(Interval.of(Duration.ofMinutes(1)).in(expression));
    }

    private QueryAnswer points(Expression.Range range, Instant at) {
        long until = at.toEpochMilli() - range.selector().offsetMs();
        Hearing hearing = new Hearing(finder);
        List<Points> found = hearing.find(
                range.selector().matchers(), new PointSource.Span(until - range.rangeMs(), until, 0, false));
        return new QueryAnswer(
                Kind.MATRIX,
                found.stream()
                        .map(points -> new AnsweredSeries(points.labels().asMap(), points.timesMs(), points.values()))
                        .toList(),
                hearing.heard());
    }

    private static long[] times(Steps steps) {
        long[] times = new long[steps.count()];
        Arrays.setAll(times, step -> steps.startMs() + step * steps.stepMs());
        return times;
    }

    private static AnsweredSeries answered(Column column, Steps steps) {
        long[] times = new long[column.present()];
        double[] values = new double[times.length];
        int filled = 0;
        for (int step = 0; step < steps.count(); step++) {
            if (column.has(step)) {
                times[filled] = steps.startMs() + step * steps.stepMs();
                values[filled++] = column.at()[step];
            }
        }
        return new AnsweredSeries(column.labels().asMap(), times, values);
    }

    /**
     * The labels of the series that any of the selectors finds, and that were heard since then.
     *
     * @throws OperationsException as {@link #instant}
     */
    public List<Map<String, String>> series(List<String> selectors, Instant heardSince) {
        return found(selectors, heardSince)
                .distinct()
                .map(series -> PointFinder.labels(series.key()).asMap())
                .toList();
    }

    /** The names of all labels, the metric's among them. */
    public Set<String> labelNames(List<String> selectors, Instant heardSince) {
        Set<String> names = new TreeSet<>();
        found(selectors, heardSince).forEach(series -> series.key().labels().forEach(label -> names.add(label.name())));
        names.add(Labels.NAME);
        return names;
    }

    /** The values that a label has. */
    public Set<String> labelValues(String label, List<String> selectors, Instant heardSince) {
        if (label.equals(Labels.NAME) && selectors.isEmpty()) {
            return metrics.metrics();
        }
        Set<String> values = new TreeSet<>();
        found(selectors, heardSince).forEach(series -> {
            String value = label.equals(Labels.NAME)
                    ? series.key().metric()
                    : series.key().label(label);
            if (value != null && !value.isEmpty()) {
                values.add(value);
            }
        });
        return values;
    }

    /** The families whose name holds the text, those with most series first. */
    public List<Family> families(String text, int most) {
        return metrics.families(text, most);
    }

    /** The series of one metric, in the order they became known, at most so many. */
    public List<Series> ofMetric(String metric, int most) {
        return metrics.matching(List.of(new Matcher(Labels.NAME, Matcher.Kind.EQUAL, metric)))
                .limit(most)
                .toList();
    }

    private Stream<Series> found(List<String> selectors, Instant heardSince) {
        Stream<Series> found = selectors.isEmpty()
                ? metrics.matching(List.<Matcher>of())
                : selectors.stream().map(Parser::selector).flatMap(matchers -> finder.series(matchers).stream());
        return found.filter(series -> finder.heardSince(series, heardSince));
    }

    /**
     * Reads a duration as PromQL writes it, such as {@code 1h30m}, or seconds such as {@code 0.5}.
     *
     * @throws OperationsException {@link ErrorCode#INVALID_INPUT} when it is none
     */
    public static Duration duration(String text) {
        return Duration.ofMillis(Literals.durationMs(text));
    }

    /** The moment that a question without a time means. */
    public Instant now() {
        return clock.instant();
    }
}
