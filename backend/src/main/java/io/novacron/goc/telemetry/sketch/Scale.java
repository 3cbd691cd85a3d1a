package io.novacron.goc.telemetry.sketch;

/**
 * Numbers the buckets. In place of the logarithm stands a cubic between powers of two, which costs a few
 * multiplications and one bucket in a hundred more: its slope against the logarithm is nowhere below 10/7, so that no
 * bucket is wider than promised. Source: DDSketch (see {@link QuantileSketch}), cubic interpolation.
 */
final class Scale {

    private static final double A = 6 / 35.0;
    private static final double B = -3 / 5.0;
    private static final double C = 10 / 7.0;

    private static final double LN_GAMMA =
            Math.log((1 + QuantileSketch.RELATIVE_ERROR) / (1 - QuantileSketch.RELATIVE_ERROR));
    private static final double BUCKETS_A_DOUBLING = 1 / (C * LN_GAMMA);

    private static final long MANTISSA = (1L << 52) - 1;
    private static final long ONE = 0x3ffL << 52;
    private static final int NEWTON_STEPS = 6;

    private Scale() {}

    /** The bucket of a positive, normal number. */
    static int index(double value) {
        long bits = Double.doubleToRawLongBits(value);
        double within = Double.longBitsToDouble(bits & MANTISSA | ONE) - 1;
        int doublings = (int) (bits >>> 52) - 0x3ff;
        return (int) Math.floor(BUCKETS_A_DOUBLING * (doublings + cubic(within)));
    }

    /** Where a bucket begins. */
    static double lowerBound(int index) {
        double position = index / BUCKETS_A_DOUBLING;
        int doublings = (int) Math.floor(position);
        double target = position - doublings;
        double within = target;
        for (int i = 0; i < NEWTON_STEPS; i++) {
            within -= (cubic(within) - target) / ((3 * A * within + 2 * B) * within + C);
        }
        return Math.scalb(1 + within, doublings);
    }

    private static double cubic(double within) {
        return ((A * within + B) * within + C) * within;
    }
}
