package io.novacron.goc.telemetry;

import java.util.Arrays;

/**
 * The last points of every series at full resolution, in rings of primitive arrays that grow up to the limit. One
 * thread a partition writes; readers take the lock of the stripe only to copy one ring.
 */
final class LiveWindow implements PointListener {

    private static final int STRIPES = 64;
    private static final int FIRST_LENGTH = 8;

    private final int most;
    private final Object[] locks = new Object[STRIPES];
    private volatile Ring[] rings = new Ring[1_024];
    private final Object growing = new Object();

    LiveWindow(int most) {
        this.most = most;
        Arrays.setAll(locks, stripe -> new Object());
    }

    @Override
    public void folded(PointBatch batch) {
        int[] series = batch.series();
        long[] times = batch.timestampsMs();
        double[] values = batch.values();
        for (int i = 0; i < series.length; i++) {
            Ring ring = ring(series[i]);
            synchronized (locks[series[i] % STRIPES]) {
                ring.add(times[i], values[i], most);
            }
        }
    }

    Samples recent(int index) {
        Ring[] table = rings;
        Ring ring = index < table.length ? table[index] : null;
        if (ring == null) {
            return Samples.NONE;
        }
        synchronized (locks[index % STRIPES]) {
            return ring.copy();
        }
    }

    double latest(int index) {
        Ring[] table = rings;
        Ring ring = index < table.length ? table[index] : null;
        return ring == null ? Double.NaN : ring.newestValue;
    }

    long lastSeenMs(int index) {
        Ring[] table = rings;
        Ring ring = index < table.length ? table[index] : null;
        return ring == null ? Long.MIN_VALUE : ring.newestMs;
    }

    private Ring ring(int index) {
        Ring[] table = rings;
        if (index < table.length && table[index] != null) {
            return table[index];
        }
        synchronized (growing) {
            table = rings;
            if (index >= table.length) {
                table = Arrays.copyOf(table, Math.max(table.length * 2, index + 1));
            }
            if (table[index] == null) {
                table[index] = new Ring();
            }
            rings = table;
            return table[index];
        }
    }

    /** Points of one series; {@code newest…} may be read without the lock. */
    private static final class Ring {

        private long[] times = new long[FIRST_LENGTH];
        private double[] values = new double[FIRST_LENGTH];
        private int start;
        private int size;
        private volatile double newestValue = Double.NaN;
        private volatile long newestMs = Long.MIN_VALUE;

        /** Adds a newer point; one that was seen before, when a partition is read anew, is left out. */
        void add(long time, double value, int most) {
            if (time <= newestMs) {
                return;
            }
            if (size == times.length && size < most) {
                grow(Math.min(most, size * 2));
            }
            if (size == times.length) {
                times[start] = time;
                values[start] = value;
                start = (start + 1) % size;
            } else {
                int slot = (start + size) % times.length;
                times[slot] = time;
                values[slot] = value;
                size++;
            }
            newestValue = value;
            newestMs = time;
        }

        private void grow(int length) {
            Samples all = copy();
            times = Arrays.copyOf(all.timestampsMs(), length);
            values = Arrays.copyOf(all.values(), length);
            start = 0;
        }

        Samples copy() {
            long[] copiedTimes = new long[size];
            double[] copiedValues = new double[size];
            int first = Math.min(size, times.length - start);
            System.arraycopy(times, start, copiedTimes, 0, first);
            System.arraycopy(values, start, copiedValues, 0, first);
            System.arraycopy(times, 0, copiedTimes, first, size - first);
            System.arraycopy(values, 0, copiedValues, first, size - first);
            return new Samples(copiedTimes, copiedValues);
        }
    }
}
