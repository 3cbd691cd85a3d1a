package io.novacron.goc.streaming.otlp;

import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint.Buckets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * An exponential histogram as counts below upper bounds, like one of explicit bounds. It is made coarser until its
 * bounds grow by at least the square root of two, so that the bounds of a series stay the same whatever scale its
 * sender chose, and until at most {@value #BOUNDS_MOST} are in use.
 */
final class ExponentialBuckets {

    /** Bounds at powers of 2^(1/2). */
    static final int FINEST_SCALE = 1;

    static final int BOUNDS_MOST = 64;

    private ExponentialBuckets() {}

    /** How many values lie at or below each bound, by bound; without infinity. */
    static Map<Double, Double> cumulative(ExponentialHistogramDataPoint point) {
        int coarser = Math.max(0, point.getScale() - FINEST_SCALE);
        while (bounds(point.getPositive(), coarser) + bounds(point.getNegative(), coarser) > BOUNDS_MOST) {
            coarser++;
        }
        int scale = point.getScale() - coarser;
        Map<Double, Double> counts = new TreeMap<>();
        add(counts, point.getNegative(), coarser, scale, -1);
        if (point.getZeroCount() > 0) {
            counts.merge(point.getZeroThreshold(), (double) point.getZeroCount(), Double::sum);
        }
        add(counts, point.getPositive(), coarser, scale, 1);
        double below = 0;
        Map<Double, Double> cumulative = new LinkedHashMap<>();
        for (Map.Entry<Double, Double> count : counts.entrySet()) {
            below += count.getValue();
            cumulative.put(count.getKey(), below);
        }
        return cumulative;
    }

    private static int bounds(Buckets buckets, int coarser) {
        int many = buckets.getBucketCountsCount();
        return many == 0 ? 0 : (buckets.getOffset() + many - 1 >> coarser) - (buckets.getOffset() >> coarser) + 1;
    }

    /** A bucket of index i holds what is above base^i and at most base^(i+1), or the mirror of that. */
    private static void add(Map<Double, Double> counts, Buckets buckets, int coarser, int scale, int sign) {
        for (int i = 0; i < buckets.getBucketCountsCount(); i++) {
            int index = buckets.getOffset() + i >> coarser;
            double bound = sign > 0 ? power(index + 1, scale) : -power(index, scale);
            counts.merge(bound, (double) buckets.getBucketCounts(i), Double::sum);
        }
    }

    private static double power(int index, int scale) {
        return Math.pow(2, index * Math.pow(2, -scale));
    }
}
