package io.novacron.goc.telemetry.promql;

import io.novacron.goc.telemetry.promql.Expression.Aggregation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Makes fewer series of many. */
final class Aggregations {

    private Aggregations() {}

    /** @param parameter of each step, for the operators that take one */
    static List<Column> apply(Aggregation aggregation, double[] parameter, List<Column> columns, int steps) {
        Map<Labels, List<Column>> groups = Column.groups(columns, aggregation.grouping()::of);
        List<Column> results = new ArrayList<>();
        groups.forEach((labels, group) -> {
            if (aggregation.operator().picks()) {
                results.addAll(picked(aggregation.operator(), parameter, group, steps));
            } else {
                results.add(folded(aggregation.operator(), parameter, new Column(labels, new double[steps]), group));
            }
        });
        return results.stream().filter(column -> !column.isEmpty()).toList();
    }

    private static Column folded(Aggregate operator, double[] parameter, Column result, List<Column> group) {
        double[] present = new double[group.size()];
        for (int step = 0; step < result.at().length; step++) {
            int size = 0;
            for (Column column : group) {
                if (column.has(step)) {
                    present[size++] = column.at()[step];
                }
            }
            result.at()[step] =
                    size == 0 ? Column.ABSENT : fold(operator, parameter[step], Arrays.copyOf(present, size));
        }
        return result;
    }

    private static double fold(Aggregate operator, double parameter, double[] values) {
        return switch (operator) {
            case SUM -> sum(values);
            case AVG -> sum(values) / values.length;
            case MIN -> extreme(values, -1);
            case MAX -> extreme(values, 1);
            case COUNT -> values.length;
            case GROUP -> 1;
            case STDVAR -> variance(values);
            case STDDEV -> Math.sqrt(variance(values));
            case QUANTILE -> quantile(parameter, values);
            case TOPK, BOTTOMK -> throw new IllegalStateException(operator.word() + " picks");
        };
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** The largest times the sign; NaN only when there is nothing else. */
    private static double extreme(double[] values, int sign) {
        double extreme = values[0];
        for (double value : values) {
            if (sign * value > sign * extreme || Double.isNaN(extreme)) {
                extreme = value;
            }
        }
        return extreme;
    }

    private static double variance(double[] values) {
        double mean = sum(values) / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / values.length;
    }

    /** The value below which this part of all lies, between two values in proportion. The array is sorted. */
    static double quantile(double part, double[] values) {
        if (Double.isNaN(part)) {
            return Double.NaN;
        }
        if (part < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        if (part > 1) {
            return Double.POSITIVE_INFINITY;
        }
        Arrays.sort(values);
        double rank = part * (values.length - 1);
        int lower = (int) Math.floor(rank);
        int upper = Math.min(values.length - 1, lower + 1);
        double weight = rank - lower;
        return values[lower] * (1 - weight) + values[upper] * weight;
    }

    private static List<Column> picked(Aggregate operator, double[] parameter, List<Column> group, int steps) {
        List<Column> picked = group.stream()
                .map(column -> Column.absent(column.labels(), steps))
                .toList();
        int sign = operator == Aggregate.TOPK ? -1 : 1;
        List<Integer> order = new ArrayList<>(group.size());
        for (int step = 0; step < steps; step++) {
            int here = step;
            order.clear();
            for (int column = 0; column < group.size(); column++) {
                if (group.get(column).has(step)) {
                    order.add(column);
                }
            }
            // A NaN is picked last.
            order.sort(Comparator.comparingDouble(column -> {
                double value = group.get(column).at()[here];
                return Double.isNaN(value) ? Double.POSITIVE_INFINITY : sign * value;
            }));
            long many = Math.clamp((long) parameter[step], 0, order.size());
            for (int i = 0; i < many; i++) {
                int column = order.get(i);
                picked.get(column).at()[step] = group.get(column).at()[step];
            }
        }
        return picked;
    }
}
