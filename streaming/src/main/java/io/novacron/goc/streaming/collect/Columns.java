package io.novacron.goc.streaming.collect;

import io.novacron.goc.telemetry.PointBatch;
import java.time.Instant;
import java.util.Arrays;

/** The points of a request as they are read; the series of a run of them is filled in once its labels are known. */
final class Columns {

    /** The bits of the NaN that marks a series as gone (Prometheus, {@code value.StaleNaN}). */
    private static final long STALE_MARKER = 0x7ff0_0000_0000_0002L;

    private int[] series = new int[1_024];
    private long[] times = new long[1_024];
    private long[] bits = new long[1_024];
    private int size;
    private int accepted;
    private int refused;

    void add(long timeMs, long valueBits) {
        if (size == times.length) {
            series = Arrays.copyOf(series, size * 2);
            times = Arrays.copyOf(times, size * 2);
            bits = Arrays.copyOf(bits, size * 2);
        }
        times[size] = timeMs;
        bits[size] = valueBits;
        size++;
    }

    int size() {
        return size;
    }

    /**
     * Ends the run that began at {@code first}; returns how many of its samples were stale markers, which are no
     * points.
     *
     * @param index of the series; {@link KnownSeries#REFUSED} when it may not enter
     */
    int close(int first, int index) {
        if (index == KnownSeries.REFUSED) {
            refused += size - first;
            size = first;
            return 0;
        }
        accepted += size - first;
        int kept = first;
        for (int i = first; i < size; i++) {
            if (bits[i] != STALE_MARKER) {
                series[kept] = index;
                times[kept] = times[i];
                bits[kept] = bits[i];
                kept++;
            }
        }
        int stale = size - kept;
        size = kept;
        return stale;
    }

    /** Samples of series that may enter, stale markers included. */
    int accepted() {
        return accepted;
    }

    /** Samples of series that may not. */
    int refused() {
        return refused;
    }

    PointBatch batch(String source, Instant acceptedAt) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = Double.longBitsToDouble(bits[i]);
        }
        return new PointBatch(source, acceptedAt, Arrays.copyOf(series, size), Arrays.copyOf(times, size), values);
    }
}
