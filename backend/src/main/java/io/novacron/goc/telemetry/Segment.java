package io.novacron.goc.telemetry;

/**
 * Consecutive buckets of one series, as they are stored. A bucket without points has count 0.
 *
 * @param startMs start of the first bucket, epoch milliseconds
 * @param stepMs width of a bucket
 * @param newestMs timestamp of the newest point in the segment
 */
public record Segment(
        long seriesId,
        long startMs,
        int stepMs,
        long newestMs,
        int[] counts,
        double[] sums,
        double[] mins,
        double[] maxs,
        double[] lasts) {}
