package io.novacron.goc.streaming.collect;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Byte arrays that are used again: a decoded body is some megabytes, and arrays of that size made anew for each request
 * keep the collector busy. At most as many as bodies are read at once are kept, and none that is unusually large.
 */
final class Buffers {

    private static final int KEPT_LARGEST = 8 << 20;
    private static final int SMALLEST = 1 << 20;

    private final int most;
    private final Deque<byte[]> free = new ArrayDeque<>();

    Buffers(int most) {
        this.most = most;
    }

    /** An array of at least that length; what it holds is of no meaning. */
    synchronized byte[] take(int length) {
        byte[] kept = free.poll();
        return kept != null && kept.length >= length ? kept : new byte[Math.max(SMALLEST, length)];
    }

    /** Gives back an array that nobody looks at any more. */
    synchronized void giveBack(byte[] buffer) {
        if (buffer.length <= KEPT_LARGEST && free.size() < most) {
            free.push(buffer);
        }
    }
}
