package io.novacron.goc.telemetry.promql;

import io.novacron.goc.telemetry.promql.Expression.Binary;
import io.novacron.goc.telemetry.promql.Expression.Many;
import io.novacron.goc.telemetry.promql.Expression.Matching;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What two sides make together. */
final class Binaries {

    private Binaries() {}

    static double[] scalars(Operator operator, double[] left, double[] right) {
        double[] at = new double[left.length];
        for (int step = 0; step < at.length; step++) {
            at[step] = operator.compares()
                    ? zeroOrOne(operator.compare(left[step], right[step]))
                    : operator.compute(left[step], right[step]);
        }
        return at;
    }

    private static double zeroOrOne(boolean holds) {
        return holds ? 1 : 0;
    }

    /** The value of the pair, or {@link Column#ABSENT} when the comparison leaves it out. */
    private static double value(Binary binary, double left, double right, double kept) {
        Operator operator = binary.operator();
        if (!operator.compares()) {
            return operator.compute(left, right);
        }
        boolean holds = operator.compare(left, right);
        return binary.matching().bool() ? zeroOrOne(holds) : holds ? kept : Column.ABSENT;
    }

    private static boolean keepsName(Binary binary) {
        return binary.operator().compares() && !binary.matching().bool();
    }

    /** @param scalarFirst the scalar stands on the left */
    static List<Column> withScalar(Binary binary, List<Column> columns, double[] scalar, boolean scalarFirst) {
        List<Column> results = new ArrayList<>();
        for (Column column : columns) {
            Labels labels =
                    keepsName(binary) ? column.labels() : column.labels().withoutName();
            Column result = Column.absent(labels, scalar.length);
            for (int step = 0; step < scalar.length; step++) {
                if (column.has(step)) {
                    double own = column.at()[step];
                    result.at()[step] =
                            scalarFirst ? value(binary, scalar[step], own, own) : value(binary, own, scalar[step], own);
                }
            }
            results.add(result);
        }
        return Column.distinct(results);
    }

    static List<Column> vectors(Binary binary, List<Column> left, List<Column> right) {
        Matching matching = binary.matching();
        boolean swapped = matching.many() == Many.RIGHT;
        List<Column> manySide = swapped ? right : left;
        Map<Labels, List<Column>> ones = Column.groups(swapped ? left : right, matching::key);
        ones.forEach((key, group) -> requireOne(key, group, swapped ? "left" : "right"));
        List<Column> results = new ArrayList<>();
        Column.groups(manySide, matching::key).forEach((key, group) -> {
            List<Column> paired = new ArrayList<>();
            for (Column one : ones.getOrDefault(key, List.of())) {
                group.forEach(many -> paired.add(pair(binary, many, one, swapped)));
            }
            if (matching.many() == Many.NEITHER && paired.size() > 1) {
                requireOne(key, paired, "left");
            }
            results.addAll(paired);
        });
        return Column.distinct(results);
    }

    private static void requireOne(Labels key, List<Column> group, String side) {
        if (group.size() == 1) {
            return;
        }
        for (int step = 0; step < group.getFirst().at().length; step++) {
            int here = step;
            if (group.stream().filter(column -> column.has(here)).count() > 1) {
                throw Evaluator.refusal(
                        "several series of the %s side match %s; aggregate it, or say group_left or group_right"
                                .formatted(side, key));
            }
        }
    }

    private static Column pair(Binary binary, Column many, Column one, boolean swapped) {
        Column result = Column.absent(labels(binary, many.labels(), one.labels()), many.at().length);
        for (int step = 0; step < many.at().length; step++) {
            if (many.has(step) && one.has(step)) {
                double left = swapped ? one.at()[step] : many.at()[step];
                double right = swapped ? many.at()[step] : one.at()[step];
                result.at()[step] = value(binary, left, right, left);
            }
        }
        return result;
    }

    private static Labels labels(Binary binary, Labels many, Labels one) {
        Matching matching = binary.matching();
        Labels labels = keepsName(binary) ? many : many.withoutName();
        if (matching.many() == Many.NEITHER) {
            labels = matching.on() ? labels.keep(matching.labels()) : labels.drop(matching.labels());
        }
        for (String included : matching.included()) {
            labels = labels.with(included, one.get(included));
        }
        return labels;
    }

    static List<Column> sets(Binary binary, List<Column> left, List<Column> right) {
        Matching matching = binary.matching();
        if (binary.operator() == Operator.OR) {
            List<Column> all = new ArrayList<>(left);
            all.addAll(where(right, Column.groups(left, matching::key), matching, false));
            return Column.distinct(all);
        }
        return Column.distinct(
                where(left, Column.groups(right, matching::key), matching, binary.operator() == Operator.AND));
    }

    /** The columns, at the steps where the other side has one that matches, or has none. */
    private static List<Column> where(
            List<Column> columns, Map<Labels, List<Column>> others, Matching matching, boolean wanted) {
        List<Column> results = new ArrayList<>();
        for (Column column : columns) {
            List<Column> matched = others.getOrDefault(matching.key(column.labels()), List.of());
            double[] at = column.at().clone();
            for (int step = 0; step < at.length; step++) {
                int here = step;
                if (matched.stream().anyMatch(other -> other.has(here)) != wanted) {
                    at[step] = Column.ABSENT;
                }
            }
            results.add(new Column(column.labels(), at));
        }
        return results;
    }
}
