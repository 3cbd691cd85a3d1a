package io.novacron.goc.streaming.wire;

import java.nio.ByteBuffer;

/**
 * The values of a batch, in as few bytes each as hold all of them exactly: whole numbers in one, two or four, anything
 * else as a double. Counters, gauges in percent and states are mostly whole numbers.
 */
public enum ValueColumn {
    DOUBLE(0, Double.BYTES),
    BYTE(1, Byte.BYTES),
    SHORT(2, Short.BYTES),
    INT(3, Integer.BYTES);

    private final int code;
    private final int width;

    ValueColumn(int code, int width) {
        this.code = code;
        this.width = width;
    }

    /** The narrowest column that gives back exactly these values; minus zero is no whole number. */
    static ValueColumn of(double[] values) {
        long least = 0;
        long most = 0;
        for (double value : values) {
            long whole = (long) value;
            if (Double.doubleToRawLongBits((double) whole) != Double.doubleToRawLongBits(value)) {
                return DOUBLE;
            }
            least = Math.min(least, whole);
            most = Math.max(most, whole);
        }
        if (least >= Byte.MIN_VALUE && most <= Byte.MAX_VALUE) {
            return BYTE;
        }
        if (least >= Short.MIN_VALUE && most <= Short.MAX_VALUE) {
            return SHORT;
        }
        return least >= Integer.MIN_VALUE && most <= Integer.MAX_VALUE ? INT : DOUBLE;
    }

    /** @throws MalformedBatch when there is no such column */
    public static ValueColumn coded(int code) throws MalformedBatch {
        for (ValueColumn each : values()) {
            if (each.code == code) {
                return each;
            }
        }
        throw new MalformedBatch("there is no column of values of kind %d".formatted(code));
    }

    int code() {
        return code;
    }

    /** Bytes of a value. */
    public int width() {
        return width;
    }

    void write(double[] values, ByteBuffer out) {
        switch (this) {
            case DOUBLE -> {
                out.asDoubleBuffer().put(values);
                out.position(out.position() + values.length * Double.BYTES);
            }
            case BYTE -> {
                for (double value : values) {
                    out.put((byte) value);
                }
            }
            case SHORT -> {
                for (double value : values) {
                    out.putShort((short) value);
                }
            }
            case INT -> {
                for (double value : values) {
                    out.putInt((int) value);
                }
            }
        }
    }

    /** Reads as many as fit, which the caller has made sure are there. */
    public void read(ByteBuffer in, double[] values) {
        switch (this) {
            case DOUBLE -> in.asDoubleBuffer().get(values);
            case BYTE -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = in.get();
                }
            }
            case SHORT -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = in.getShort();
                }
            }
            case INT -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = in.getInt();
                }
            }
        }
    }

    static void requireNumbers(double[] values) throws MalformedBatch {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new MalformedBatch("the value of point %d is %s".formatted(i, values[i]));
            }
        }
    }
}
