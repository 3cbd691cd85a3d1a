package io.novacron.goc.telemetry.promql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A series of a result: its value at each step, {@link #ABSENT} where it has none. */
public record Column(Labels labels, double[] at) {

    private static final long ABSENT_BITS = 0x7ff8_0000_0000_0a5eL;

    /** A NaN that no computation makes. */
    static final double ABSENT = Double.longBitsToDouble(ABSENT_BITS);

    static Column absent(Labels labels, int steps) {
        double[] at = new double[steps];
        Arrays.fill(at, ABSENT);
        return new Column(labels, at);
    }

    static boolean isPresent(double value) {
        return Double.doubleToRawLongBits(value) != ABSENT_BITS;
    }

    /** Whether there is a value at the step. */
    public boolean has(int step) {
        return isPresent(at[step]);
    }

    /** How many steps have a value. */
    public int present() {
        int present = 0;
        for (double value : at) {
            present += isPresent(value) ? 1 : 0;
        }
        return present;
    }

    boolean isEmpty() {
        for (double value : at) {
            if (isPresent(value)) {
                return false;
            }
        }
        return true;
    }

    /** By a key of their labels, in order. */
    static Map<Labels, List<Column>> groups(List<Column> columns, UnaryOperator<Labels> key) {
        Map<Labels, List<Column>> groups = new LinkedHashMap<>();
        columns.forEach(column -> groups.computeIfAbsent(key.apply(column.labels), fresh -> new ArrayList<>())
                .add(column));
        return groups;
    }

    /** Makes one of those with the same labels, and leaves out those without any value. */
    static List<Column> distinct(List<Column> columns) {
        List<Column> distinct = new ArrayList<>(columns.size());
        groups(columns, labels -> labels).forEach((labels, alike) -> {
            Column first = alike.getFirst();
            if (alike.size() > 1) {
                first = new Column(labels, first.at.clone());
                for (Column other : alike.subList(1, alike.size())) {
                    first.fillFrom(other);
                }
            }
            if (!first.isEmpty()) {
                distinct.add(first);
            }
        });
        return distinct;
    }

    private void fillFrom(Column other) {
        for (int step = 0; step < at.length; step++) {
            if (other.has(step)) {
                if (has(step)) {
                    throw Evaluator.refusal(
                            "the result has %s more than once; aggregate, or keep the labels that tell them apart"
                                    .formatted(labels));
                }
                at[step] = other.at[step];
            }
        }
    }
}
