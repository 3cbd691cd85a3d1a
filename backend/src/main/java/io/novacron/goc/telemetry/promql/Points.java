package io.novacron.goc.telemetry.promql;

import io.novacron.goc.telemetry.sketch.QuantileSketch;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a series in a span: single points, or buckets of many, whose time is that of their end and whose
 * value is their last.
 *
 * @param timesMs epoch milliseconds, rising
 * @param buckets of each time, or {@code null} when all are single points
 */
public record Points(
        Labels labels,
        long[] timesMs,
        double[] values,
        @Nullable Buckets buckets) {

    /**
     * Sums over the points of each bucket; columns of equal length.
     *
     * @param rises what a counter went up by since the bucket before, over its resets
     * @param resets how often it began anew since then
     * @param sketches of the buckets that have one, by their time; none unless they were asked for
     */
    public record Buckets(
            double[] counts,
            double[] sums,
            double[] mins,
            double[] maxs,
            double[] rises,
            double[] resets,
            Map<Long, QuantileSketch> sketches) {}

    int size() {
        return timesMs.length;
    }
}
