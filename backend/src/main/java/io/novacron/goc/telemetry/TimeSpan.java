package io.novacron.goc.telemetry;

/**
 * From one time to another, epoch milliseconds, both included: what a query asks of the hot path, where an object for
 * each time would be too many.
 */
public record TimeSpan(long fromMs, long untilMs) {

    public boolean contains(long timeMs) {
        return timeMs >= fromMs && timeMs <= untilMs;
    }
}
