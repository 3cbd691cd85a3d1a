package io.novacron.goc.telemetry;

/**
 * Points of one series, oldest first.
 *
 * @param timestampsMs epoch milliseconds, rising
 * @param values one for each timestamp; NaN marks a gap
 */
public record Samples(long[] timestampsMs, double[] values) {

    public static final Samples NONE = new Samples(new long[0], new double[0]);

    public Samples {
        if (timestampsMs.length != values.length) {
            throw new IllegalArgumentException("columns differ in length");
        }
    }

    public int size() {
        return values.length;
    }
}
