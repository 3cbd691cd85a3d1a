package io.novacron.goc.telemetry.promql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression, parsed and checked. */
public sealed interface Expression {

    /** What an expression gives. */
    enum ValueType {
        SCALAR("a scalar"),
        VECTOR("an instant vector"),
        RANGE("a range vector"),
        TEXT("a string");

        private final String words;

        ValueType(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    ValueType type();

    /** A number. */
    record Constant(double value) implements Expression {
        @Override
        public ValueType type() {
            return ValueType.SCALAR;
        }
    }

    /** A text in quotes. */
    record Text(String value) implements Expression {
        @Override
        public ValueType type() {
            return ValueType.TEXT;
        }
    }

    /** Series by their labels, as they were {@code offsetMs} before. */
    record Selector(List<Matcher> matchers, long offsetMs) implements Expression {
        @Override
        public ValueType type() {
            return ValueType.VECTOR;
        }
    }

    /** The points of the last {@code rangeMs} of series. */
    record Range(Selector selector, long rangeMs) implements Expression {
        @Override
        public ValueType type() {
            return ValueType.RANGE;
        }
    }

    /** A function and what it is given. */
    record Call(Function function, List<Expression> arguments) implements Expression {
        @Override
        public ValueType type() {
            return function.result();
        }
    }

    /** Many series made into fewer. */
    record Aggregation(Aggregate operator, @Nullable Expression parameter, Expression over, Grouping grouping)
            implements Expression {
        @Override
        public ValueType type() {
            return ValueType.VECTOR;
        }
    }

    /** By these labels, or by all but these. */
    record Grouping(boolean without, List<String> labels) {
        Labels of(Labels series) {
            return without ? series.withoutName().drop(labels) : series.keep(labels);
        }
    }

    /** Two sides and what stands between them. */
    record Binary(Operator operator, Expression left, Expression right, Matching matching) implements Expression {
        @Override
        public ValueType type() {
            return left.type() == ValueType.SCALAR && right.type() == ValueType.SCALAR
                    ? ValueType.SCALAR
                    : ValueType.VECTOR;
        }
    }

    /** The opposite of every value. */
    record Negation(Expression of) implements Expression {
        @Override
        public ValueType type() {
            return of.type();
        }
    }

    /**
     * Which series of two sides belong together.
     *
     * @param on by these labels; otherwise by all but these
     * @param included labels that the side with many takes from the side with one
     * @param bool comparisons give 0 or 1 instead of leaving out
     */
    record Matching(boolean on, List<String> labels, Many many, List<String> included, boolean bool) {

        static final Matching ALL = new Matching(false, List.of(), Many.NEITHER, List.of(), false);

        Labels key(Labels series) {
            return on ? series.keep(labels) : series.withoutName().drop(labels);
        }
    }

    /** The side of which many series may belong to one of the other. */
    enum Many {
        NEITHER,
        LEFT,
        RIGHT
    }
}
