package io.novacron.goc.streaming.rollup;

import io.novacron.goc.telemetry.Backfill;
import java.util.Arrays;

/** Collects points from long ago in growing columns. */
final class BackfillColumns {

    private long[] seriesIds = new long[64];
    private long[] timesMs = new long[64];
    private double[] values = new double[64];
    private int size;

    void add(long seriesId, long timeMs, double value) {
        if (size == seriesIds.length) {
            seriesIds = Arrays.copyOf(seriesIds, size * 2);
            timesMs = Arrays.copyOf(timesMs, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        seriesIds[size] = seriesId;
        timesMs[size] = timeMs;
        values[size] = value;
        size++;
    }

    int size() {
        return size;
    }

    Backfill build() {
        return size == 0
                ? Backfill.NONE
                : new Backfill(
                        Arrays.copyOf(seriesIds, size), Arrays.copyOf(timesMs, size), Arrays.copyOf(values, size));
    }
}
