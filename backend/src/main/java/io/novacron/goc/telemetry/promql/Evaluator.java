package io.novacron.goc.telemetry.promql;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.telemetry.promql.Expression.Aggregation;
import io.novacron.goc.telemetry.promql.Expression.Binary;
import io.novacron.goc.telemetry.promql.Expression.Call;
import io.novacron.goc.telemetry.promql.Expression.Constant;
import io.novacron.goc.telemetry.promql.Expression.Negation;
import io.novacron.goc.telemetry.promql.Expression.Range;
import io.novacron.goc.telemetry.promql.Expression.Selector;
import io.novacron.goc.telemetry.promql.Expression.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** Computes an expression at all its steps at once. One for each query. */
public final class Evaluator {

    private final PointSource source;
    private final Steps steps;
    private final Budget budget;
    private final LookBack lookBack;

    public Evaluator(PointSource source, Steps steps, Budget budget) {
        this(source, steps, budget, LookBack.PROMETHEUS);
    }

    /** @param lookBack instead of {@link LookBack#PROMETHEUS} */
    public Evaluator(PointSource source, Steps steps, Budget budget, LookBack lookBack) {
        this.source = source;
        this.steps = steps;
        this.budget = budget;
        this.lookBack = lookBack;
    }

    /** What an expression gives: one number a step, or series. */
    public sealed interface Value {

        /** A number at each step. */
        record Scalar(double[] at) implements Value {}

        /** Series, no two alike. */
        record Vector(List<Column> columns) implements Value {}
    }

    static OperationsException refusal(String why) {
        return new OperationsException(ErrorCode.INVALID_INPUT, why);
    }

    /**
     * @throws OperationsException {@link ErrorCode#INVALID_INPUT} when series cannot be told apart or matched,
     *     {@link ErrorCode#TOO_LARGE} beyond the budget
     */
    public Value evaluate(Expression expression) {
        return switch (expression) {
            case Constant(double value) -> new Value.Scalar(filled(value));
            case Selector selector -> new Value.Vector(selected(selector, false));
            case Call call -> call(call);
            case Aggregation aggregation -> aggregate(aggregation);
            case Binary binary -> binary(binary);
            case Negation(Expression of) -> negated(evaluate(of));
            case Range range -> throw refusal("a range vector cannot be computed at steps; put it into a function");
            case Text text -> throw refusal("a string cannot be computed at steps");
        };
    }

    private List<Column> vector(Expression expression) {
        return evaluate(expression) instanceof Value.Vector(List<Column> columns) ? columns : List.of();
    }

    private double[] scalar(Expression expression) {
        return evaluate(expression) instanceof Value.Scalar(double[] at) ? at : filled(Double.NaN);
    }

    private double[] filled(double value) {
        double[] at = new double[steps.count()];
        Arrays.fill(at, value);
        return at;
    }

    private List<Points> find(Selector selector, long backMs, boolean forQuantiles) {
        List<Points> found = source.find(
                selector.matchers(),
                new PointSource.Span(
                        steps.startMs() - selector.offsetMs() - backMs,
                        steps.lastMs() - selector.offsetMs(),
                        steps.count() == 1 ? 0 : steps.stepMs(),
                        forQuantiles));
        found.forEach(points -> budget.look(points.size() + steps.count()));
        return found;
    }

    /** The newest point of each series at each step, or when it was, in seconds. */
    private List<Column> selected(Selector selector, boolean times) {
        List<Column> columns = new ArrayList<>();
        for (Points points : find(selector, lookBack.most(), false)) {
            long backMs = lookBack.of(points);
            Column column = Column.absent(points.labels(), steps.count());
            int newest = -1;
            for (int step = 0; step < steps.count(); step++) {
                long at = steps.at(step) - selector.offsetMs();
                while (newest + 1 < points.size() && points.timesMs()[newest + 1] <= at) {
                    newest++;
                }
                if (newest >= 0 && points.timesMs()[newest] >= at - backMs) {
                    column.at()[step] = times ? points.timesMs()[newest] / 1e3 : points.values()[newest];
                }
            }
            columns.add(column);
        }
        return Column.distinct(columns);
    }

    private Value call(Call call) {
        Function function = call.function();
        List<Expression> given = call.arguments();
        if (function.rangeAt() >= 0) {
            return new Value.Vector(overRange(call));
        }
        return switch (function) {
            case TIME -> new Value.Scalar(times());
            case SCALAR -> new Value.Scalar(onlyOne(vector(given.getFirst())));
            case VECTOR -> new Value.Vector(List.of(new Column(Labels.EMPTY, scalar(given.getFirst()))));
            case SORT, SORT_DESC -> evaluate(given.getFirst());
            case ABSENT -> new Value.Vector(Column.distinct(List.of(absent(given.getFirst()))));
            case HISTOGRAM_QUANTILE ->
                new Value.Vector(Histograms.quantile(scalar(given.getFirst()), vector(given.getLast())));
            case TIMESTAMP -> new Value.Vector(timestamps(given.getFirst()));
            case CLAMP -> clamped(vector(given.getFirst()), scalar(given.get(1)), scalar(given.get(2)));
            case CLAMP_MIN -> clamped(vector(given.getFirst()), scalar(given.get(1)), filled(Double.POSITIVE_INFINITY));
            case CLAMP_MAX -> clamped(vector(given.getFirst()), filled(Double.NEGATIVE_INFINITY), scalar(given.get(1)));
            case ROUND -> rounded(vector(given.getFirst()), given.size() == 1 ? filled(1) : scalar(given.getLast()));
            default -> mapped(vector(given.getFirst()), pointwise(function));
        };
    }

    private static DoubleUnaryOperator pointwise(Function function) {
        return switch (function) {
            case ABS -> Math::abs;
            case CEIL -> Math::ceil;
            case FLOOR -> Math::floor;
            case SQRT -> Math::sqrt;
            case EXP -> Math::exp;
            case LN -> Math::log;
            case LOG2 -> value -> Math.log(value) / Math.log(2);
            case LOG10 -> Math::log10;
            case SGN -> Math::signum;
            default -> throw new IllegalStateException(function.word() + " is not computed value by value");
        };
    }

    private List<Column> overRange(Call call) {
        Function function = call.function();
        if (!(call.arguments().get(function.rangeAt()) instanceof Range range)) {
            throw refusal(function.word() + " takes a range vector");
        }
        double[] parameter =
                function.rangeAt() == 0 ? filled(0) : scalar(call.arguments().getFirst());
        List<Column> columns = new ArrayList<>();
        boolean forQuantiles = function == Function.QUANTILE_OVER_TIME;
        for (Points points : find(range.selector(), range.rangeMs(), forQuantiles)) {
            Labels labels = function == Function.LAST_OVER_TIME
                    ? points.labels()
                    : points.labels().withoutName();
            Column column = Column.absent(labels, steps.count());
            int from = 0;
            int until = 0;
            for (int step = 0; step < steps.count(); step++) {
                long end = steps.at(step) - range.selector().offsetMs();
                while (until < points.size() && points.timesMs()[until] <= end) {
                    until++;
                }
                while (from < until && points.timesMs()[from] < end - range.rangeMs()) {
                    from++;
                }
                if (from < until) {
                    budget.look(until - from);
                    RangeWindow window = new RangeWindow(points, from, until, end - range.rangeMs(), end);
                    column.at()[step] = RangeFunctions.apply(function, window, parameter[step]);
                }
            }
            columns.add(column);
        }
        return Column.distinct(columns);
    }

    private double[] times() {
        double[] at = new double[steps.count()];
        for (int step = 0; step < at.length; step++) {
            at[step] = steps.at(step) / 1e3;
        }
        return at;
    }

    private List<Column> timestamps(Expression of) {
        if (of instanceof Selector selector) {
            return Column.distinct(selected(selector, true).stream()
                    .map(column -> new Column(column.labels().withoutName(), column.at()))
                    .toList());
        }
        double[] times = times();
        List<Column> columns = vector(of);
        List<Column> stamped = new ArrayList<>();
        for (Column column : columns) {
            double[] at = column.at().clone();
            for (int step = 0; step < at.length; step++) {
                at[step] = column.has(step) ? times[step] : at[step];
            }
            stamped.add(new Column(column.labels().withoutName(), at));
        }
        return Column.distinct(stamped);
    }

    private double[] onlyOne(List<Column> columns) {
        double[] at = filled(Double.NaN);
        for (int step = 0; step < at.length; step++) {
            int present = 0;
            for (Column column : columns) {
                if (column.has(step)) {
                    at[step] = ++present == 1 ? column.at()[step] : Double.NaN;
                }
            }
        }
        return at;
    }

    /** One where nothing is; its labels are those the selector asks for by name. */
    private Column absent(Expression of) {
        Map<String, String> labels = new HashMap<>();
        if (of instanceof Selector selector) {
            Map<String, Integer> asked = new HashMap<>();
            for (Matcher matcher : selector.matchers()) {
                asked.merge(matcher.name(), 1, Integer::sum);
                if (matcher.kind() == Matcher.Kind.EQUAL && !matcher.name().equals(Labels.NAME)) {
                    labels.put(matcher.name(), matcher.value());
                }
            }
            labels.keySet().removeIf(name -> asked.getOrDefault(name, 0) > 1);
        }
        List<Column> columns = vector(of);
        Column absent = Column.absent(Labels.of(labels), steps.count());
        for (int step = 0; step < steps.count(); step++) {
            int here = step;
            if (columns.stream().noneMatch(column -> column.has(here))) {
                absent.at()[step] = 1;
            }
        }
        return absent;
    }

    private static Value clamped(List<Column> columns, double[] least, double[] most) {
        List<Column> clamped = new ArrayList<>();
        for (Column column : columns) {
            double[] at = column.at().clone();
            for (int step = 0; step < at.length; step++) {
                if (column.has(step)) {
                    at[step] = least[step] > most[step]
                            ? Column.ABSENT
                            : Math.max(least[step], Math.min(most[step], at[step]));
                }
            }
            clamped.add(new Column(column.labels().withoutName(), at));
        }
        return new Value.Vector(Column.distinct(clamped));
    }

    private static Value rounded(List<Column> columns, double[] to) {
        List<Column> rounded = new ArrayList<>();
        for (Column column : columns) {
            double[] at = column.at().clone();
            for (int step = 0; step < at.length; step++) {
                // By the inverse, as Prometheus does, so that tenths come out as one writes them.
                double inverse = 1 / to[step];
                at[step] = column.has(step) ? Math.floor(at[step] * inverse + 0.5) / inverse : at[step];
            }
            rounded.add(new Column(column.labels().withoutName(), at));
        }
        return new Value.Vector(Column.distinct(rounded));
    }

    private static Value mapped(List<Column> columns, DoubleUnaryOperator each) {
        List<Column> mapped = new ArrayList<>();
        for (Column column : columns) {
            double[] at = column.at().clone();
            for (int step = 0; step < at.length; step++) {
                at[step] = column.has(step) ? each.applyAsDouble(at[step]) : at[step];
            }
            mapped.add(new Column(column.labels().withoutName(), at));
        }
        return new Value.Vector(Column.distinct(mapped));
    }

    private static Value negated(Value value) {
        return switch (value) {
            case Value.Scalar(double[] at) ->
                new Value.Scalar(Arrays.stream(at).map(v -> -v).toArray());
            case Value.Vector(List<Column> columns) -> mapped(columns, v -> -v);
        };
    }

    private Value aggregate(Aggregation aggregation) {
        Expression parameter = aggregation.parameter();
        double[] each = parameter == null ? filled(0) : scalar(parameter);
        List<Column> columns = vector(aggregation.over());
        columns.forEach(column -> budget.look(steps.count()));
        return new Value.Vector(Aggregations.apply(aggregation, each, columns, steps.count()));
    }

    private Value binary(Binary binary) {
        Value left = evaluate(binary.left());
        Value right = evaluate(binary.right());
        if (left instanceof Value.Scalar(double[] lefts) && right instanceof Value.Scalar(double[] rights)) {
            return new Value.Scalar(Binaries.scalars(binary.operator(), lefts, rights));
        }
        if (left instanceof Value.Vector(List<Column> lefts) && right instanceof Value.Vector(List<Column> rights)) {
            budget.look((long) (lefts.size() + rights.size()) * steps.count());
            return new Value.Vector(
                    binary.operator().isSet()
                            ? Binaries.sets(binary, lefts, rights)
                            : Binaries.vectors(binary, lefts, rights));
        }
        return new Value.Vector(
                left instanceof Value.Vector(List<Column> lefts)
                        ? Binaries.withScalar(binary, lefts, ((Value.Scalar) right).at(), false)
                        : Binaries.withScalar(
                                binary, ((Value.Vector) right).columns(), ((Value.Scalar) left).at(), true));
    }
}
