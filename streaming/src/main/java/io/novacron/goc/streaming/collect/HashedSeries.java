package io.novacron.goc.streaming.collect;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Series indexes by a hash of 64 bits, for many readers without a lock: open addressing with linear probing, at most
 * half full. A hash that was remembered for two series belongs to neither. Beyond {@value #MOST} hashes it begins anew.
 */
final class HashedSeries {

    /** The hash is not known, or belongs to no single series. */
    static final int UNKNOWN = -1;

    private static final int MOST = 2_000_000;
    private static final int FIRST_LENGTH = 4_096;
    /** Indexes are kept plus two, so that an empty cell is 0 and a shared one 1. */
    private static final int EMPTY = 0;

    private static final int SHARED = 1;
    private static final int OFFSET = 2;

    private volatile Table table = Table.of(FIRST_LENGTH);
    private int size;

    /** Cells of two: a hash, and beside it in the same cache line its index, which is written last. */
    private record Table(AtomicLongArray cells) {

        static Table of(int length) {
            return new Table(new AtomicLongArray(length * 2));
        }

        int length() {
            return cells.length() / 2;
        }

        /**
         * What is kept for a hash. Each cell is read once: read again, one that was empty may hold another hash by
         * then, and its series would be taken for this one.
         */
        int find(long hash) {
            int mask = length() - 1;
            int cell = (int) (hash >>> 32) & mask;
            int kept = kept(cell);
            while (kept != EMPTY && hash(cell) != hash) {
                cell = cell + 1 & mask;
                kept = kept(cell);
            }
            return kept;
        }

        long hash(int cell) {
            return cells.getPlain(cell * 2);
        }

        int kept(int cell) {
            return (int) cells.getAcquire(cell * 2 + 1);
        }

        /** Where a hash is, or will be; for the one who writes. */
        private int cell(long hash) {
            int mask = length() - 1;
            int cell = (int) (hash >>> 32) & mask;
            while (kept(cell) != EMPTY && hash(cell) != hash) {
                cell = cell + 1 & mask;
            }
            return cell;
        }

        void put(long hash, int kept) {
            int cell = cell(hash);
            cells.setPlain(cell * 2, hash);
            cells.setRelease(cell * 2 + 1, kept);
        }
    }

    int find(long hash) {
        int kept = table.find(hash);
        return kept < OFFSET ? UNKNOWN : kept - OFFSET;
    }

    synchronized void remember(long hash, int index) {
        Table now = table;
        int kept = now.find(hash);
        if (kept == EMPTY) {
            if (size >= MOST) {
                size = 0;
                now = Table.of(FIRST_LENGTH);
            }
            size++;
            now = roomy(now);
            now.put(hash, index + OFFSET);
        } else if (kept != index + OFFSET) {
            now.put(hash, SHARED);
        }
        table = now;
    }

    private Table roomy(Table full) {
        int length = full.length();
        if (size * 2 < length) {
            return full;
        }
        Table larger = Table.of(length * 2);
        for (int cell = 0; cell < length; cell++) {
            int kept = full.kept(cell);
            if (kept != EMPTY) {
                larger.put(full.hash(cell), kept);
            }
        }
        return larger;
    }
}
