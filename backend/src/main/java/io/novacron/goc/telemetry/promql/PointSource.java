package io.novacron.goc.telemetry.promql;

import java.util.List;

/** Finds points for an expression. */
@FunctionalInterface
public interface PointSource {

    /**
     * Times from one to another, both included, epoch milliseconds, and how fine they are looked at.
     *
     * @param forQuantiles whether buckets shall bring their sketches
     */
    record Span(long fromMs, long untilMs, long stepMs, boolean forQuantiles) {}

    /**
     * The series that match, each with its points in the span, oldest first; series without points may be left out.
     */
    List<Points> find(List<Matcher> matchers, Span span);
}
