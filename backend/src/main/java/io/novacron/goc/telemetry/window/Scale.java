package io.novacron.goc.telemetry.window;

/**
 * How the values of a chunk are written: as whole numbers after a shift by 0 to {@value #DECIMALS_MOST} decimals, or
 * as bits. A number is only shifted when it comes back exactly.
 */
final class Scale {

    static final int DECIMALS_MOST = 4;
    static final int BITS = DECIMALS_MOST + 1;

    /** No shifted number is this large. */
    static final long MISFIT = Long.MIN_VALUE;

    private static final double[] POWERS = {1, 10, 100, 1_000, 10_000};
    private static final double LARGEST = 1L << 53;

    private Scale() {}

    /** The first scale from {@code least} on that a value fits. */
    static int fitting(double value, int least) {
        int scale = least;
        while (scale < BITS && shift(value, scale) == MISFIT) {
            scale++;
        }
        return scale;
    }

    /** The value as this scale writes it, or {@link #MISFIT}. */
    static long shift(double value, int scale) {
        long bits = Double.doubleToRawLongBits(value);
        if (scale == BITS) {
            return bits;
        }
        double shifted = value * POWERS[scale];
        if (!(Math.abs(shifted) < LARGEST)) {
            return MISFIT;
        }
        long whole = scale == 0 ? (long) shifted : Math.round(shifted);
        return Double.doubleToRawLongBits(back(whole, scale)) == bits ? whole : MISFIT;
    }

    /** The value again. */
    static double back(long written, int scale) {
        if (scale == BITS) {
            return Double.longBitsToDouble(written);
        }
        return scale == 0 ? written : written / POWERS[scale];
    }
}
