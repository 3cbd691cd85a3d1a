package io.novacron.goc.streaming.otlp;

import java.util.Arrays;

/**
 * Adds up what senders count anew from report to report, so that it is kept as a counter like any other. A report that
 * comes again gives the same total again. After a restart all totals begin at zero, which a query takes for a counter
 * that was reset.
 */
final class DeltaTotals {

    private double[] totals = new double[1_024];
    private long[] times = new long[1_024];

    /**
     * Adds a report and returns the total up to it.
     *
     * @param series index of the series
     * @param timeMs when the report ends; one that is not newer than the last is not added
     */
    synchronized double add(int series, long timeMs, double value) {
        if (series >= totals.length) {
            int length = Math.max(totals.length * 2, series + 1);
            totals = Arrays.copyOf(totals, length);
            times = Arrays.copyOf(times, length);
        }
        if (timeMs > times[series]) {
            times[series] = timeMs;
            totals[series] += value;
        }
        return totals[series];
    }
}
