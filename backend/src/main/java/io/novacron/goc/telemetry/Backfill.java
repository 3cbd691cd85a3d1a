package io.novacron.goc.telemetry;

/**
 * Points from so long ago that memory does not know whether they were seen: in columns, any order, some perhaps twice.
 *
 * @param timesMs epoch milliseconds
 */
public record Backfill(long[] seriesIds, long[] timesMs, double[] values) {

    public static final Backfill NONE = new Backfill(new long[0], new long[0], new double[0]);

    public int size() {
        return seriesIds.length;
    }
}
