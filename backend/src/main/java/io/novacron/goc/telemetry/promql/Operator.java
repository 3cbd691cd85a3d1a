package io.novacron.goc.telemetry.promql;

import org.jspecify.annotations.Nullable;

/** What can stand between two sides; those of higher binding are computed first. */
enum Operator {
    OR("or", 1),
    AND("and", 2),
    UNLESS("unless", 2),
    EQUAL("==", 3),
    NOT_EQUAL("!=", 3),
    LESS("<", 3),
    LESS_OR_EQUAL("<=", 3),
    GREATER(">", 3),
    GREATER_OR_EQUAL(">=", 3),
    PLUS("+", 4),
    MINUS("-", 4),
    TIMES("*", 5),
    DIVIDED("/", 5),
    MODULO("%", 5),
    POWER("^", 6);

    private final String sign;
    private final int binding;

    Operator(String sign, int binding) {
        this.sign = sign;
        this.binding = binding;
    }

    static @Nullable Operator of(String sign) {
        for (Operator operator : values()) {
            if (operator.sign.equalsIgnoreCase(sign)) {
                return operator;
            }
        }
        return null;
    }

    String sign() {
        return sign;
    }

    int binding() {
        return binding;
    }

    boolean isSet() {
        return binding <= 2;
    }

    boolean compares() {
        return binding == 3;
    }

    boolean compare(double left, double right) {
        return switch (this) {
            case EQUAL -> left == right;
            case NOT_EQUAL -> left != right;
            case LESS -> left < right;
            case LESS_OR_EQUAL -> left <= right;
            case GREATER -> left > right;
            case GREATER_OR_EQUAL -> left >= right;
            default -> throw new IllegalStateException(sign + " does not compare");
        };
    }

    double compute(double left, double right) {
        return switch (this) {
            case PLUS -> left + right;
            case MINUS -> left - right;
            case TIMES -> left * right;
            case DIVIDED -> left / right;
            case MODULO -> left % right;
            case POWER -> Math.pow(left, right);
            default -> throw new IllegalStateException(sign + " does not compute");
        };
    }
}
