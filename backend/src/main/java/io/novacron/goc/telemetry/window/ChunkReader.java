package io.novacron.goc.telemetry.window;

/** Reads the points of a sealed chunk one after another; see {@link ChunkWriter} for how they lie. */
final class ChunkReader {

    private final long[] words;
    private final int offset;
    private final int count;
    private final int scale;
    private int bit;
    private int read;
    private long time;
    private long value;
    private long delta;
    private int leading;
    private int length;

    ChunkReader(long[] words, int offset) {
        this.words = words;
        this.offset = offset;
        this.count = count(words[offset]);
        this.scale = (int) (words[offset] >>> ChunkWriter.COUNT_BITS & 0xf);
        this.time = firstTime(words[offset]);
        this.value = words[offset + 1];
    }

    static long firstTime(long title) {
        return title >> ChunkWriter.COUNT_BITS + 4;
    }

    static int count(long title) {
        return (int) (title & (1 << ChunkWriter.COUNT_BITS) - 1);
    }

    /** Goes on to the next point; false after the last. */
    boolean advance() {
        if (read == count) {
            return false;
        }
        if (read > 0) {
            delta += change();
            time += delta;
            value = scale == Scale.BITS ? value ^ xor() : value + difference();
        }
        read++;
        return true;
    }

    long timeMs() {
        return time;
    }

    double value() {
        return Scale.back(value, scale);
    }

    private long change() {
        return switch (ones(4)) {
            case 0 -> 0;
            case 1 -> signed(7);
            case 2 -> signed(12);
            case 3 -> signed(20);
            default -> take(64);
        };
    }

    private long difference() {
        long zigzag = switch (ones(5)) {
            case 0 -> 0;
            case 1 -> take(2) + 1;
            case 2 -> take(6);
            case 3 -> take(12);
            case 4 -> take(24);
            default -> take(64);
        };
        return zigzag >>> 1 ^ -(zigzag & 1);
    }

    private long xor() {
        int kind = ones(2);
        if (kind == 0) {
            return 0;
        }
        if (kind == 2) {
            leading = (int) take(6);
            length = (int) take(6) + 1;
        }
        return take(length) << 64 - leading - length;
    }

    /** How many ones stand before the next zero, at most so many; a zero that ends them is passed. */
    private int ones(int most) {
        int many = 0;
        while (many < most && take(1) == 1) {
            many++;
        }
        return many;
    }

    private long signed(int bits) {
        return take(bits) << 64 - bits >> 64 - bits;
    }

    private long take(int bits) {
        int at = offset + 2 + (bit >> 6);
        int from = bit & 63;
        long taken = words[at] << from;
        if (from + bits > 64) {
            taken |= words[at + 1] >>> 64 - from;
        }
        bit += bits;
        return taken >>> 64 - bits;
    }
}
