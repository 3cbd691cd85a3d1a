package io.novacron.goc.telemetry.sketch;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Counts of buckets that lie beside one another, as many as there is need of. */
final class Buckets {

    /** Enough for values of which the greatest is 10^17 times the least. */
    static final int MOST = 2_048;

    /** What one bucket may count, so that no sum of them overflows. */
    static final long COUNT_MOST = 1L << 48;

    private static final int ROOM = 16;
    private static final long[] NONE = {};

    private long[] counts = NONE;
    private int first;
    private long total;

    long total() {
        return total;
    }

    void add(int index, long times) {
        int at = index - first;
        if (at < 0 || at >= counts.length) {
            at = makeRoom(index);
        }
        counts[at] += times;
        total += times;
    }

    void merge(Buckets other) {
        // From the top, so that what becomes one does so once.
        for (int i = other.counts.length - 1; i >= 0; i--) {
            if (other.counts[i] > 0) {
                add(other.first + i, other.counts[i]);
            }
        }
    }

    /** The bucket of the value that has so many below it. */
    int indexAt(long rank) {
        long below = 0;
        for (int i = 0; i < counts.length; i++) {
            below += counts[i];
            if (below > rank) {
                return first + i;
            }
        }
        throw new IllegalArgumentException("rank %d of %d values".formatted(rank, total));
    }

    /** Widens to the index, as far as that may be; returns where it is counted. */
    private int makeRoom(int index) {
        if (counts.length == 0) {
            counts = new long[ROOM];
            first = index - ROOM / 2;
            return ROOM / 2;
        }
        int last = Math.max(index, first + counts.length - 1);
        int least = Math.max(Math.min(index, first), last - MOST + 1);
        int length = Math.min(MOST, (last - least + ROOM) / ROOM * ROOM);
        if (index >= first) {
            last = least + length - 1;
        } else {
            least = last - length + 1;
        }
        long[] wider = new long[length];
        for (int i = 0; i < counts.length; i++) {
            wider[Math.max(0, first + i - least)] += counts[i];
        }
        counts = wider;
        first = least;
        return Math.max(0, index - first);
    }

    private int used() {
        return (int) Arrays.stream(counts).filter(count -> count > 0).count();
    }

    int encodedMost() {
        return Varints.LONGEST * (1 + 2 * used());
    }

    /** How many buckets, then of each its distance from the one before, the first from 0, and its count. */
    void encode(ByteBuffer out) {
        Varints.write(out, used());
        int before = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                Varints.writeSigned(out, first + i - before);
                Varints.write(out, counts[i]);
                before = first + i;
            }
        }
    }

    void decode(ByteBuffer in) {
        long used = Varints.read(in);
        if (used < 0 || used > MOST) {
            throw new IllegalArgumentException("a sketch of %d buckets".formatted(used));
        }
        long index = 0;
        for (int i = 0; i < used; i++) {
            index += Varints.readSigned(in);
            long count = Varints.read(in);
            if (Math.abs(index) > 1 << 20 || count <= 0 || count > COUNT_MOST) {
                throw new IllegalArgumentException("bucket %d counts %d".formatted(index, count));
            }
            add((int) index, count);
        }
    }
}
