package io.novacron.goc.streaming.rollup;

import java.util.Arrays;

/** Finds a small number by a long key, without boxing: open addressing with linear probing, at most half full. */
final class LongToInt {

    static final int ABSENT = -1;

    private long[] keys = new long[1_024];
    private int[] values = filled(1_024);
    private int size;

    int get(long key) {
        int mask = keys.length - 1;
        for (int slot = spread(key) & mask; values[slot] != ABSENT; slot = slot + 1 & mask) {
            if (keys[slot] == key) {
                return values[slot];
            }
        }
        return ABSENT;
    }

    void put(long key, int value) {
        if (size * 2 >= keys.length) {
            grow();
        }
        int mask = keys.length - 1;
        int slot = spread(key) & mask;
        while (values[slot] != ABSENT && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        if (values[slot] == ABSENT) {
            size++;
        }
        keys[slot] = key;
        values[slot] = value;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = filled(keys.length);
        size = 0;
        for (int slot = 0; slot < oldKeys.length; slot++) {
            if (oldValues[slot] != ABSENT) {
                put(oldKeys[slot], oldValues[slot]);
            }
        }
    }

    private static int spread(long key) {
        long mixed = key * 0x9e3779b97f4a7c15L;
        return (int) (mixed >>> 32);
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, ABSENT);
        return array;
    }
}
