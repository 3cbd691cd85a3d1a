package io.novacron.goc.telemetry;

import java.util.concurrent.atomic.AtomicLongArray;

/** The newest point of each series: its time and the bits of its value, side by side. One writes, all may read. */
final class NewestPoints {

    private volatile AtomicLongArray cells = fresh(1_024);

    private static AtomicLongArray fresh(int length) {
        AtomicLongArray cells = new AtomicLongArray(2 * length);
        for (int index = 0; index < length; index++) {
            cells.setPlain(2 * index, Long.MIN_VALUE);
            cells.setPlain(2 * index + 1, Double.doubleToRawLongBits(Double.NaN));
        }
        return cells;
    }

    void ensure(int highestIndex) {
        AtomicLongArray now = cells;
        if (2 * highestIndex + 1 >= now.length()) {
            AtomicLongArray larger = fresh(Math.max(now.length(), highestIndex + 1));
            for (int cell = 0; cell < now.length(); cell++) {
                larger.setPlain(cell, now.getPlain(cell));
            }
            cells = larger;
        }
    }

    void set(int index, long timeMs, double value) {
        AtomicLongArray now = cells;
        now.setOpaque(2 * index + 1, Double.doubleToRawLongBits(value));
        now.setRelease(2 * index, timeMs);
    }

    /** When it was measured, epoch milliseconds; {@link Long#MIN_VALUE} when there is none. */
    long timeMs(int index) {
        AtomicLongArray now = cells;
        return 2 * index < now.length() ? now.getAcquire(2 * index) : Long.MIN_VALUE;
    }

    /** Its value; NaN when there is none. */
    double value(int index) {
        AtomicLongArray now = cells;
        return 2 * index < now.length() ? Double.longBitsToDouble(now.getOpaque(2 * index + 1)) : Double.NaN;
    }
}
