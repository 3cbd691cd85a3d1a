package io.novacron.goc.client;

import java.util.Arrays;

/**
 * Points in columns of equal length; do not change the arrays while they are sent. Within a series times must rise from
 * one batch to the next.
 *
 * @param series number of each point's series, as {@link TelemetryClient#define} gave it
 * @param timesMs when each was measured, epoch milliseconds, within 24 days of the first
 * @param values what was measured
 */
public record Points(int[] series, long[] timesMs, double[] values) {

    public Points {
        if (series.length != timesMs.length || series.length != values.length) {
            throw new IllegalArgumentException(
                    "the columns have %d, %d and %d cells".formatted(series.length, timesMs.length, values.length));
        }
    }

    /** Points of one moment. */
    public static Points at(long timeMs, int[] series, double[] values) {
        long[] times = new long[series.length];
        Arrays.fill(times, timeMs);
        return new Points(series, times, values);
    }

    public int size() {
        return series.length;
    }
}
