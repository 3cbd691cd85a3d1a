package io.novacron.goc.telemetry;

import java.time.Duration;

/**
 * What {@code $__interval} and {@code $__rate_interval} stand for in an expression of a screen; the names are
 * Grafana's, so that its dashboards can be read.
 */
record Interval(Duration step, Duration rate) {

    static final String STEP = "$__interval";
    static final String RATE = "$__rate_interval";

    private static final Duration SHORTEST_RATE = Duration.ofMinutes(1);
    private static final int STEPS_A_RATE = 4;

    /** For steps of this width: a rate is taken over four of them, and over a minute at least. */
    static Interval of(Duration step) {
        Duration steps = step.multipliedBy(STEPS_A_RATE);
        return new Interval(step, steps.compareTo(SHORTEST_RATE) > 0 ? steps : SHORTEST_RATE);
    }

    /** The expression with both put in. */
    String in(String expression) {
        return expression.replace(RATE, rate.toMillis() + "ms").replace(STEP, step.toMillis() + "ms");
    }
}
