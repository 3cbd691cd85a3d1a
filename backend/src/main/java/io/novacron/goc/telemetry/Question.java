package io.novacron.goc.telemetry;

import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.telemetry.promql.Aggregate;
import io.novacron.goc.telemetry.promql.Expression;
import io.novacron.goc.telemetry.promql.Function;
import io.novacron.goc.telemetry.promql.Labels;
import io.novacron.goc.telemetry.promql.Matcher;
import io.novacron.goc.telemetry.promql.Parser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a person asks of one metric without writing PromQL: which of its series, and how they become a few lines.
 *
 * @param where what labels must be; without the metric's name
 * @param aggregation how many series become few
 * @param by the labels that stay; none for one line over all
 * @param rate ask for the change a second, as of counters
 */
public record Question(String metric, List<Condition> where, Aggregation aggregation, List<String> by, boolean rate) {

    private static final double HALF = 0.5;
    private static final double P99_RANK = 0.99;
    private static final double FIVE = 5;

    /** How many series become few. */
    public enum Aggregation {
        AVG("average"),
        SUM("sum"),
        MIN("lowest"),
        MAX("highest"),
        COUNT("number of series"),
        MEDIAN("median"),
        P99("99th percentile"),
        TOP_5("five highest"),
        EACH("every series");

        private final String words;

        Aggregation(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    /** The same in PromQL. */
    public String promql() {
        String series = metric + where.stream().map(Condition::toString).collect(Collectors.joining(",", "{", "}"));
        if (rate) {
            series = "rate(%s[%s])".formatted(series, Interval.RATE);
        }
        String grouping = by.isEmpty() ? "" : " by (%s)".formatted(String.join(", ", by));
        return switch (aggregation) {
            case EACH -> series;
            case MEDIAN -> "quantile%s (0.5, %s)".formatted(grouping, series);
            case P99 -> "quantile%s (0.99, %s)".formatted(grouping, series);
            case TOP_5 ->
                by.isEmpty() ? "topk(5, %s)".formatted(series) : "topk(5, max%s (%s))".formatted(grouping, series);
            default -> "%s%s (%s)".formatted(aggregation.name().toLowerCase(Locale.ROOT), grouping, series);
        };
    }

    /** Reads what {@link #promql} writes; empty for an expression that no question says. */
    public static Optional<Question> of(String promql) {
        try {
            return read(Parser.parse(Interval.of(Duration.ofSeconds(1)).in(promql)))
                    .filter(read -> read.rate() == promql.contains(Interval.RATE));
        } catch (OperationsException e) {
            return Optional.empty();
        }
    }

    private static Optional<Question> read(Expression expression) {
        if (!(expression instanceof Expression.Aggregation aggregated)) {
            return series(expression, Aggregation.EACH, List.of());
        }
        Aggregation aggregation = aggregation(aggregated);
        List<String> by = aggregated.grouping().labels();
        if (aggregation == null || aggregated.grouping().without()) {
            return Optional.empty();
        }
        if (aggregation == Aggregation.TOP_5
                && aggregated.over() instanceof Expression.Aggregation inner
                && inner.operator() == Aggregate.MAX
                && by.isEmpty()) {
            return series(inner.over(), aggregation, inner.grouping().labels());
        }
        return series(aggregated.over(), aggregation, by);
    }

    private static @org.jspecify.annotations.Nullable Aggregation aggregation(Expression.Aggregation aggregated) {
        double parameter = aggregated.parameter() instanceof Expression.Constant(double value) ? value : Double.NaN;
        return switch (aggregated.operator()) {
            case AVG -> Aggregation.AVG;
            case SUM -> Aggregation.SUM;
            case MIN -> Aggregation.MIN;
            case MAX -> Aggregation.MAX;
            case COUNT -> Aggregation.COUNT;
            case QUANTILE -> parameter == HALF ? Aggregation.MEDIAN : parameter == P99_RANK ? Aggregation.P99 : null;
            case TOPK -> parameter == FIVE ? Aggregation.TOP_5 : null;
            case GROUP, STDDEV, STDVAR, BOTTOMK -> null;
        };
    }

    private static Optional<Question> series(Expression expression, Aggregation aggregation, List<String> by) {
        boolean rate = expression instanceof Expression.Call call && call.function() == Function.RATE;
        Expression inner = expression instanceof Expression.Call(Function function, List<Expression> arguments)
                        && function == Function.RATE
                        && arguments.getFirst() instanceof Expression.Range range
                ? range.selector()
                : expression;
        if (!(inner instanceof Expression.Selector selector) || selector.offsetMs() != 0) {
            return Optional.empty();
        }
        List<Matcher> where = new ArrayList<>(selector.matchers());
        Optional<Matcher> name = where.stream()
                .filter(matcher -> matcher.name().equals(Labels.NAME) && matcher.kind() == Matcher.Kind.EQUAL)
                .findFirst();
        name.ifPresent(where::remove);
        return name.filter(
                        named -> where.stream().noneMatch(other -> other.name().equals(Labels.NAME)))
                .map(named -> new Question(
                        named.value(), where.stream().map(Condition::of).toList(), aggregation, by, rate));
    }
}
