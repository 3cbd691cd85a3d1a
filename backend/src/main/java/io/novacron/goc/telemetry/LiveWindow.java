package io.novacron.goc.telemetry;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The last points of every series at full resolution, in rings that grow up to the limit. A batch is added under one
 * lock, which readers take only to copy a ring; the newest point of each series is read without it.
 */
final class LiveWindow implements PointListener {

    private static final int FIRST_LENGTH = 8;

    private final int most;
    private final Object lock = new Object();
    private long[][] rings = new long[1_024][];
    private int[] ends = new int[1_024];
    private volatile Newest newest = Newest.of(1_024);

    LiveWindow(int most) {
        this.most = most;
    }

    /** The newest point of each series: its time and the bits of its value, side by side. */
    private record Newest(AtomicLongArray cells) {

        static Newest of(int length) {
            Newest fresh = new Newest(new AtomicLongArray(2 * length));
            for (int index = 0; index < length; index++) {
                fresh.set(index, Long.MIN_VALUE, Double.NaN);
            }
            return fresh;
        }

        Newest grown(int length) {
            Newest larger = of(length);
            for (int index = 0; index < length(); index++) {
                larger.set(index, timeMs(index), value(index));
            }
            return larger;
        }

        int length() {
            return cells.length() / 2;
        }

        void set(int index, long timeMs, double value) {
            cells.setOpaque(2 * index + 1, Double.doubleToRawLongBits(value));
            cells.setRelease(2 * index, timeMs);
        }

        long timeMs(int index) {
            return cells.getAcquire(2 * index);
        }

        double value(int index) {
            return Double.longBitsToDouble(cells.getOpaque(2 * index + 1));
        }
    }

    @Override
    public void folded(PointBatch batch) {
        int[] series = batch.series();
        long[] times = batch.timestampsMs();
        double[] values = batch.values();
        synchronized (lock) {
            ensure(series);
            Newest now = newest;
            for (int i = 0; i < series.length; i++) {
                int index = series[i];
                // A point that was seen before, when a partition is read anew, is left out.
                if (times[i] > now.timeMs(index)) {
                    add(index, times[i], values[i]);
                    now.set(index, times[i], values[i]);
                }
            }
        }
    }

    private void ensure(int[] series) {
        int highest = 0;
        for (int index : series) {
            highest = Math.max(highest, index);
        }
        if (highest >= rings.length) {
            int length = Math.max(rings.length * 2, highest + 1);
            rings = Arrays.copyOf(rings, length);
            ends = Arrays.copyOf(ends, length);
            newest = newest.grown(length);
        }
    }

    /** A ring holds time and bits of each point side by side; {@code ends} counts all that ever came into it. */
    private void add(int index, long time, double value) {
        long[] ring = rings[index];
        if (ring == null) {
            ring = new long[2 * Math.min(FIRST_LENGTH, most)];
            rings[index] = ring;
        }
        int length = ring.length / 2;
        int end = ends[index];
        if (end == length && length < most) {
            length = Math.min(most, length * 2);
            ring = Arrays.copyOf(ring, 2 * length);
            rings[index] = ring;
        }
        int cell = 2 * (end < length ? end : end % length);
        ring[cell] = time;
        ring[cell + 1] = Double.doubleToRawLongBits(value);
        // Beyond the first turn only the place matters, and that there was one.
        ends[index] = end + 1 < 2 * length ? end + 1 : length;
    }

    Samples recent(int index) {
        long[] ring;
        int end;
        synchronized (lock) {
            long[] kept = index < rings.length ? rings[index] : null;
            if (kept == null) {
                return Samples.NONE;
            }
            ring = kept.clone();
            end = ends[index];
        }
        int length = ring.length / 2;
        int size = Math.min(end, length);
        int first = end <= length ? 0 : end % length;
        long[] times = new long[size];
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            int cell = 2 * ((first + i) % length);
            times[i] = ring[cell];
            values[i] = Double.longBitsToDouble(ring[cell + 1]);
        }
        return new Samples(times, values);
    }

    double latest(int index) {
        Newest now = newest;
        return index < now.length() ? now.value(index) : Double.NaN;
    }

    long lastSeenMs(int index) {
        Newest now = newest;
        return index < now.length() ? now.timeMs(index) : Long.MIN_VALUE;
    }
}
