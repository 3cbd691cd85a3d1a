package io.novacron.goc.telemetry;

import java.time.Instant;

/**
 * Points of one source, as columns of equal length. The arrays belong to everybody who sees the batch: never change
 * them.
 *
 * @param source who sent it
 * @param acceptedAt when the sender was told yes
 * @param series index of each point's series in the {@link SeriesCatalog}
 * @param timestampsMs when each point was measured, epoch milliseconds, as the sender said
 * @param values what was measured; never NaN or infinite
 */
public record PointBatch(String source, Instant acceptedAt, int[] series, long[] timestampsMs, double[] values) {

    public PointBatch {
        if (series.length != timestampsMs.length || series.length != values.length) {
            throw new IllegalArgumentException("columns differ in length");
        }
    }

    public int size() {
        return series.length;
    }
}
