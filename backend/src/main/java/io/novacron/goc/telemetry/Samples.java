package io.novacron.goc.telemetry;

import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Points of one series, oldest first.
 *
 * @param timestampsMs epoch milliseconds, rising
 * @param values one for each timestamp; NaN marks a gap
 */
public record Samples(long[] timestampsMs, double[] values) {

    private static final int MISSED_INTERVALS = 3;

    public static final Samples NONE = new Samples(new long[0], new double[0]);

    public Samples {
        if (timestampsMs.length != values.length) {
            throw new IllegalArgumentException("columns differ in length");
        }
    }

    public int size() {
        return values.length;
    }

    /** The same points and these, in order; of two of one time, that of these. */
    Samples with(NavigableMap<Long, Double> more) {
        TreeMap<Long, Double> all = new TreeMap<>();
        for (int i = 0; i < size(); i++) {
            all.put(timestampsMs[i], values[i]);
        }
        all.putAll(more);
        return new Samples(
                all.keySet().stream().mapToLong(Long::longValue).toArray(),
                all.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /**
     * The same points with a NaN wherever {@value #MISSED_INTERVALS} usual intervals or more passed without one, so
     * that a chart shows the silence instead of a line across it.
     */
    public Samples withGaps() {
        if (size() < 3) {
            return this;
        }
        long usual = usualIntervalMs();
        long[] times = new long[2 * size()];
        double[] all = new double[2 * size()];
        int filled = 0;
        for (int i = 0; i < size(); i++) {
            if (i > 0 && timestampsMs[i] - timestampsMs[i - 1] >= MISSED_INTERVALS * usual) {
                times[filled] = timestampsMs[i - 1] + usual;
                all[filled++] = Double.NaN;
            }
            times[filled] = timestampsMs[i];
            all[filled++] = values[i];
        }
        return filled == size() ? this : new Samples(Arrays.copyOf(times, filled), Arrays.copyOf(all, filled));
    }

    private long usualIntervalMs() {
        long[] intervals = new long[size() - 1];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = timestampsMs[i + 1] - timestampsMs[i];
        }
        Arrays.sort(intervals);
        return intervals[intervals.length / 2];
    }
}
