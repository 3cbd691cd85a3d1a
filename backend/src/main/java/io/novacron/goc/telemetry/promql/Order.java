package io.novacron.goc.telemetry.promql;

import io.novacron.goc.telemetry.promql.Expression.Aggregation;
import io.novacron.goc.telemetry.promql.Expression.Call;
import java.util.Comparator;
import java.util.List;

/** In which order series are answered: by what the expression says, otherwise by their labels. */
public final class Order {

    private Order() {}

    /** The order of one moment. */
    public static List<Column> of(Expression expression, List<Column> columns) {
        int sign = switch (expression) {
            case Aggregation top when top.operator() == Aggregate.TOPK -> -1;
            case Aggregation bottom when bottom.operator() == Aggregate.BOTTOMK -> 1;
            case Call sort when sort.function() == Function.SORT -> 1;
            case Call sort when sort.function() == Function.SORT_DESC -> -1;
            default -> 0;
        };
        if (sign == 0) {
            return byLabels(columns);
        }
        // What is no number comes last, whichever way.
        return columns.stream()
                .sorted(Comparator.comparingDouble(column -> {
                    double value = column.at()[0];
                    return Double.isNaN(value) ? Double.NaN : sign * value;
                }))
                .toList();
    }

    public static List<Column> byLabels(List<Column> columns) {
        return columns.stream()
                .sorted(Comparator.comparing(column -> column.labels().toString()))
                .toList();
    }
}
