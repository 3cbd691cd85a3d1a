package io.novacron.goc.telemetry.window;

/**
 * Writes points behind one another into a chunk. Used again for chunk after chunk: {@code load} and {@code store} move
 * its state from and to the line of a series. The word that is being filled stays in the line, so that memory of the
 * chunk is touched once for each 64 bits.
 *
 * <p>A chunk: one word of first time, scale and number of points, one word of first value, then bits. Time after time
 * is the change of its distance to the one before: {@code 0} none, {@code 10} 7 bits, {@code 110} 12, {@code 1110} 20,
 * {@code 1111} 64. A whole number is its zigzag difference: {@code 0} none, {@code 10} 2 bits (1..4), {@code 110} 6,
 * {@code 1110} 12, {@code 11110} 24, {@code 11111} 64. Bits are an exclusive-or: {@code 0} none, {@code 10} within the
 * last window, {@code 11} with 6 bits of leading zeros and 6 of length.
 */
final class ChunkWriter {

    /** Words of the line of a series. */
    static final int LINE = 6;

    static final int CAPACITY_BITS = (Chunks.WORDS - 2) * 64;
    static final int COUNT_BITS = 12;

    private static final int TIME = 0;
    private static final int VALUE = 1;
    private static final int DELTA = 2;
    private static final int CHAIN = 3;
    private static final int SHAPE = 4;
    private static final int WORD = 5;

    long time;
    long value;
    long delta;
    int head;
    int tail;
    int used;
    int count;
    int scale;
    int leading;
    int length;
    long word;

    private long[] page = new long[0];
    private int offset;

    /** True when the series has a chunk. */
    static boolean holds(long[] lines, int at) {
        return lines[at + CHAIN] != 0;
    }

    static int head(long[] lines, int at) {
        return (int) (lines[at + CHAIN] >>> 32) - 1;
    }

    static int tail(long[] lines, int at) {
        return (int) lines[at + CHAIN] - 1;
    }

    static long lastTime(long[] lines, int at) {
        return lines[at + TIME];
    }

    /** Points in the last chunk of the series. */
    static int count(long[] lines, int at) {
        return (int) (lines[at + SHAPE] >>> 16 & 0xffff);
    }

    static void chain(long[] lines, int at, int head, int tail) {
        lines[at + CHAIN] = (long) (head + 1) << 32 | tail + 1;
    }

    void load(long[] lines, int at, Chunks chunks) {
        time = lines[at + TIME];
        value = lines[at + VALUE];
        delta = lines[at + DELTA];
        head = head(lines, at);
        tail = tail(lines, at);
        long shape = lines[at + SHAPE];
        used = (int) (shape & 0xffff);
        count = (int) (shape >>> 16 & 0xffff);
        scale = (int) (shape >>> 32 & 0xff);
        leading = (int) (shape >>> 40 & 0xff);
        length = (int) (shape >>> 48 & 0xff);
        word = lines[at + WORD];
        page = chunks.page(tail);
        offset = Chunks.offset(tail);
    }

    void store(long[] lines, int at) {
        lines[at + TIME] = time;
        lines[at + VALUE] = value;
        lines[at + DELTA] = delta;
        chain(lines, at, head, tail);
        lines[at + SHAPE] = used | (long) count << 16 | (long) scale << 32 | (long) leading << 40 | (long) length << 48;
        lines[at + WORD] = word;
    }

    /** Begins a fresh chunk with a whole point. */
    void begin(Chunks chunks, int chunk, long firstTime, int firstScale, long firstValue) {
        tail = chunk;
        page = chunks.page(chunk);
        offset = Chunks.offset(chunk);
        time = firstTime;
        value = firstValue;
        scale = firstScale;
        delta = 0;
        used = 0;
        count = 1;
        leading = 0;
        length = 0;
        word = 0;
        page[offset + 1] = firstValue;
    }

    /** Writes how much there is into the chunk, after which it can be read without the line. */
    void seal() {
        page[offset] = time(time0(), scale, count);
        if ((used & 63) != 0) {
            page[offset + 2 + (used >> 6)] = word;
        }
    }

    private long time0() {
        return page[offset] >> COUNT_BITS + 4;
    }

    static long time(long firstTime, int scale, int count) {
        return firstTime << COUNT_BITS + 4 | (long) scale << COUNT_BITS | count;
    }

    /** Names the first time of a fresh chunk. */
    void title(long firstTime) {
        page[offset] = time(firstTime, scale, 0);
    }

    /** Adds a point that fits the scale; false when the chunk has no room for it. */
    boolean append(long nextTime, long nextValue) {
        long nextDelta = nextTime - time;
        long change = nextDelta - delta;
        int bits = timeBits(change) + (scale == Scale.BITS ? xorBits(nextValue ^ value) : wholeBits(nextValue - value));
        if (used + bits > CAPACITY_BITS) {
            return false;
        }
        putTime(change);
        if (scale == Scale.BITS) {
            putXor(nextValue ^ value);
        } else {
            putWhole(nextValue - value);
        }
        time = nextTime;
        delta = nextDelta;
        value = nextValue;
        count++;
        return true;
    }

    private static int timeBits(long change) {
        if (change == 0) {
            return 1;
        }
        long size = change < 0 ? ~change : change;
        return size < 64 ? 9 : size < 2_048 ? 15 : size < 524_288 ? 24 : 68;
    }

    private void putTime(long change) {
        switch (timeBits(change)) {
            case 1 -> put(0, 1);
            case 9 -> put(0b10 << 7 | change & 0x7f, 9);
            case 15 -> put(0b110 << 12 | change & 0xfff, 15);
            case 24 -> put(0b1110 << 20 | change & 0xfffff, 24);
            default -> {
                put(0b1111, 4);
                put(change, 64);
            }
        }
    }

    private static int wholeBits(long difference) {
        if (difference == 0) {
            return 1;
        }
        long zigzag = difference << 1 ^ difference >> 63;
        return zigzag <= 4 ? 4 : zigzag < 64 ? 9 : zigzag < 4_096 ? 16 : zigzag < 1 << 24 ? 29 : 69;
    }

    private void putWhole(long difference) {
        long zigzag = difference << 1 ^ difference >> 63;
        switch (wholeBits(difference)) {
            case 1 -> put(0, 1);
            case 4 -> put(0b10 << 2 | zigzag - 1, 4);
            case 9 -> put(0b110 << 6 | zigzag, 9);
            case 16 -> put(0b1110 << 12 | zigzag, 16);
            case 29 -> put(0b11110 << 24 | zigzag, 29);
            default -> {
                put(0b11111, 5);
                put(zigzag, 64);
            }
        }
    }

    private int xorBits(long xor) {
        if (xor == 0) {
            return 1;
        }
        return fitsWindow(xor)
                ? 2 + length
                : 14 + 64 - Long.numberOfLeadingZeros(xor) - Long.numberOfTrailingZeros(xor);
    }

    private boolean fitsWindow(long xor) {
        return length > 0
                && Long.numberOfLeadingZeros(xor) >= leading
                && Long.numberOfTrailingZeros(xor) >= 64 - leading - length;
    }

    private void putXor(long xor) {
        if (xor == 0) {
            put(0, 1);
            return;
        }
        if (fitsWindow(xor)) {
            put(0b10, 2);
        } else {
            leading = Long.numberOfLeadingZeros(xor);
            length = 64 - leading - Long.numberOfTrailingZeros(xor);
            put(0b11 << 12 | leading << 6 | length - 1, 14);
        }
        put(xor >>> 64 - leading - length, length);
    }

    private void put(long bits, int many) {
        int room = 64 - (used & 63);
        if (many < room) {
            word |= bits << room - many;
        } else {
            page[offset + 2 + (used >> 6)] = word | bits >>> many - room;
            word = many == room ? 0 : bits << 64 - (many - room);
        }
        used += many;
    }
}
