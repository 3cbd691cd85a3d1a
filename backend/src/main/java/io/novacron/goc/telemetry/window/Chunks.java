package io.novacron.goc.telemetry.window;

import java.util.Arrays;

/**
 * Memory in chunks of {@value #WORDS} words, made page by page up to a limit and used again. One thread at a time.
 * Chunks are named by numbers from 0; each can point to a next one.
 */
public final class Chunks {

    /** Words of 8 bytes in a chunk. */
    static final int WORDS = 16;

    static final int NONE = -1;

    private static final int PAGE_SHIFT = 13;
    private static final int PAGE_CHUNKS = 1 << PAGE_SHIFT;

    private final int most;
    private long[][] pages = new long[1][];
    private int[] next = new int[0];
    private int made;
    private int free = NONE;
    private int used;

    /** @param bytesMost never more memory than this; at least one page of 1 MiB is taken */
    public Chunks(long bytesMost) {
        long chunks = bytesMost / (WORDS * Long.BYTES) >> PAGE_SHIFT << PAGE_SHIFT;
        this.most = Math.toIntExact(Math.clamp(chunks, PAGE_CHUNKS, Integer.MAX_VALUE >> 1));
    }

    /** A chunk of unknown content, pointing nowhere, or {@link #NONE} when all are in use. */
    int take() {
        int chunk = free;
        if (chunk != NONE) {
            free = next[chunk];
        } else if (made < most) {
            chunk = made++;
            if (chunk >> PAGE_SHIFT == pages.length || pages[chunk >> PAGE_SHIFT] == null) {
                addPage(chunk >> PAGE_SHIFT);
            }
        } else {
            return NONE;
        }
        used++;
        next[chunk] = NONE;
        return chunk;
    }

    private void addPage(int page) {
        if (page == pages.length) {
            pages = Arrays.copyOf(pages, page * 2);
        }
        pages[page] = new long[PAGE_CHUNKS * WORDS];
        next = Arrays.copyOf(next, (page + 1) * PAGE_CHUNKS);
    }

    void give(int chunk) {
        next[chunk] = free;
        free = chunk;
        used--;
    }

    int next(int chunk) {
        return next[chunk];
    }

    void link(int chunk, int following) {
        next[chunk] = following;
    }

    long[] page(int chunk) {
        return pages[chunk >> PAGE_SHIFT];
    }

    /** Where a chunk begins in its page. */
    static int offset(int chunk) {
        return (chunk & PAGE_CHUNKS - 1) * WORDS;
    }

    /** How many chunks there can be. */
    public int most() {
        return most;
    }

    public int used() {
        return used;
    }

    /** Memory that chunks in use take. */
    public long usedBytes() {
        return (long) used * WORDS * Long.BYTES;
    }
}
