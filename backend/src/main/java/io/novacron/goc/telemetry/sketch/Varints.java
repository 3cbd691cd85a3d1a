package io.novacron.goc.telemetry.sketch;

import java.nio.ByteBuffer;

/** Whole numbers in as few bytes as they need, seven bits a byte, the lowest first. */
final class Varints {

    static final int LONGEST = 10;

    private Varints() {}

    static void write(ByteBuffer out, long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.put((byte) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.put((byte) rest);
    }

    /** A number of either sign, the small ones in few bytes. */
    static void writeSigned(ByteBuffer out, long value) {
        write(out, value << 1 ^ value >> 63);
    }

    static long read(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            if (!in.hasRemaining()) {
                throw new IllegalArgumentException("the bytes end within a number");
            }
            byte next = in.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number of more than 64 bits");
    }

    static long readSigned(ByteBuffer in) {
        long value = read(in);
        return value >>> 1 ^ -(value & 1);
    }
}
