package io.novacron.goc.telemetry;

/**
 * The buckets of one series in one block, as they are stored.
 *
 * @param startMs start of the block, epoch milliseconds
 * @param slots number of each bucket in the block, rising
 * @param rises what a counter went up by in each, over its resets
 * @param resets how often it began anew in each
 */
record TierRow(
        long seriesId,
        long startMs,
        int[] slots,
        double[] counts,
        double[] sums,
        double[] mins,
        double[] maxs,
        double[] lasts,
        double[] rises,
        double[] resets) {}
