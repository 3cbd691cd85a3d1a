package io.novacron.goc.telemetry;

import java.util.Arrays;

/**
 * When each of many subjects was last heard, and how often it speaks. Subjects are small numbers of the caller's
 * choice. A subject's interval is learnt from the spacing of its own timestamps, so that a source which speaks every
 * minute is not called silent after three seconds. Not safe for use by several threads at once.
 */
public final class Freshness {

    /** What is taken for the interval until two points have shown it. */
    public static final long FIRST_INTERVAL_MS = 15_000;

    private static final long SHORTEST_MS = 250;
    private static final long LONGEST_MS = 300_000;
    private static final long BACKFILL_MS = 60_000;
    private static final double LEARNING = 0.25;
    private static final double LONGEST_STEP = 3;

    private long[] timestamps = new long[256];
    private long[] heard = new long[256];
    private double[] intervals = new double[256];

    /**
     * Takes notice of a point.
     *
     * @param timestampMs when it was measured
     * @param acceptedMs when it came in, by the clock of this house, which alone decides about silence: the sender's
     *     clock may be wrong. A point much older than that is a late delivery and does not make its subject fresh.
     */
    public void seen(int subject, long timestampMs, long acceptedMs) {
        if (subject >= timestamps.length) {
            int length = Math.max(subject + 1, timestamps.length * 2);
            timestamps = Arrays.copyOf(timestamps, length);
            heard = Arrays.copyOf(heard, length);
            intervals = Arrays.copyOf(intervals, length);
        }
        long gap = timestampMs - timestamps[subject];
        if (gap <= 0 || timestampMs < acceptedMs - BACKFILL_MS) {
            return;
        }
        if (heard[subject] != 0) {
            learn(subject, gap);
        }
        timestamps[subject] = timestampMs;
        heard[subject] = Math.max(heard[subject], acceptedMs);
    }

    private void learn(int subject, long gap) {
        double known = intervals[subject];
        if (known == 0) {
            intervals[subject] = Math.clamp((double) gap, SHORTEST_MS, LONGEST_MS);
        } else {
            double bounded = Math.min((double) gap, known * LONGEST_STEP);
            intervals[subject] = Math.clamp(known + LEARNING * (bounded - known), SHORTEST_MS, LONGEST_MS);
        }
    }

    /** When the subject was last heard, epoch milliseconds; 0 when it never was. */
    public long heardMs(int subject) {
        return subject < heard.length ? heard[subject] : 0;
    }

    /** How often the subject speaks, milliseconds. */
    public double intervalMs(int subject) {
        double known = subject < intervals.length ? intervals[subject] : 0;
        return known == 0 ? FIRST_INTERVAL_MS : known;
    }

    /** Whether the subject has missed so many of its intervals at that time, or was never heard. */
    public boolean silent(int subject, long nowMs, double intervalsMissed) {
        long last = heardMs(subject);
        return last == 0 || nowMs - last > intervalsMissed * intervalMs(subject);
    }
}
