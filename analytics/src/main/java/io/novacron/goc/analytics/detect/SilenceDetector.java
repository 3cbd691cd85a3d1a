package io.novacron.goc.analytics.detect;

import java.time.Duration;

/**
 * Tells a source that stopped speaking from one that speaks seldom.
 *
 * @param intervals how many of its usual intervals it must have missed
 * @param hold how much longer than that it must have been silent
 */
public record SilenceDetector(double intervals, Duration hold) {

    public static final String NAME = "silence";

    /** When a subject last heard then, which speaks that often, is due at the latest. */
    public long dueMs(long heardMs, double intervalMs) {
        return heardMs + Math.round(intervals * intervalMs);
    }

    /** Whether what was due then is silent now. */
    public boolean silent(long dueMs, long nowMs) {
        return nowMs - dueMs > hold.toMillis();
    }
}
