package io.novacron.goc.ui.live;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Writes the numbers of a frame as short text: the difference of each from what it was, as a variable-length integer
 * whose lowest bit is the sign (zigzag, seven bits a byte, the least first), all bytes in Base64. First come the
 * states, then the values, column by column: what did not change is one byte, and a row of such bytes is next to
 * nothing once the connection has compressed it. The browser reads it in {@code frame-code.ts}.
 */
final class FrameCode {

    private static final double SIGNIFICANT = 1_000;
    private static final int TEN = 10;

    private FrameCode() {}

    /** The numbers as differences from zero. */
    static String whole(int[] states, int[] values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(states.length + 2 * values.length);
        write(bytes, new int[states.length], states, 1);
        write(bytes, new int[values.length], values, Frame.VALUES);
        return text(bytes);
    }

    /** The numbers as differences from those of a frame of the same regions. */
    static String change(Frame before, int[] states, int[] values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(states.length + values.length);
        write(bytes, before.states(), states, 1);
        write(bytes, before.values(), values, Frame.VALUES);
        return text(bytes);
    }

    private static void write(ByteArrayOutputStream bytes, int[] before, int[] now, int columns) {
        for (int column = 0; column < columns; column++) {
            for (int i = column; i < now.length; i += columns) {
                write(bytes, now[i] - before[i]);
            }
        }
    }

    private static void write(ByteArrayOutputStream bytes, int difference) {
        int left = (difference << 1) ^ (difference >> 31);
        while (left >>> 7 != 0) {
            bytes.write((left & 0x7f) | 0x80);
            left >>>= 7;
        }
        bytes.write(left);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return new String(Base64.getEncoder().encode(bytes.toByteArray()), StandardCharsets.ISO_8859_1);
    }

    /** A value with the three digits that a screen shows of it; -1 when it is unknown. */
    static int threeDigits(double value) {
        if (Double.isNaN(value)) {
            return -1;
        }
        long unit = 1;
        while (value / unit >= SIGNIFICANT) {
            unit *= TEN;
        }
        return Math.clamp(Math.round(value / unit) * unit, 0, Integer.MAX_VALUE);
    }
}
