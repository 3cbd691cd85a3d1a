package io.novacron.goc.streaming.collect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes remote-write requests as a sender would: protobuf, then snappy. */
final class WriteRequest {

    private final ByteArrayOutputStream request = new ByteArrayOutputStream();

    /**
     * Adds a series with one sample; labels alternate names and values. A value of zero is left out, as protobuf 3
     * does.
     */
    WriteRequest series(long timestampMs, double value, String... labels) {
        ByteArrayOutputStream series = new ByteArrayOutputStream();
        for (int i = 0; i < labels.length; i += 2) {
            field(series, 1, label(labels[i], labels[i + 1]));
        }
        field(series, 2, sample(timestampMs, value));
        field(request, 1, series.toByteArray());
        return this;
    }

    /** As {@link #series}, with the sample between the labels. */
    WriteRequest seriesWithLabelsApart(long timestampMs, double value, String... labels) {
        ByteArrayOutputStream series = new ByteArrayOutputStream();
        for (int i = 0; i < labels.length; i += 2) {
            field(series, 1, label(labels[i], labels[i + 1]));
            if (i == 0) {
                field(series, 2, sample(timestampMs, value));
            }
        }
        field(request, 1, series.toByteArray());
        return this;
    }

    private static byte[] label(String name, String value) {
        ByteArrayOutputStream label = new ByteArrayOutputStream();
        field(label, 1, name.getBytes(StandardCharsets.UTF_8));
        field(label, 2, value.getBytes(StandardCharsets.UTF_8));
        return label.toByteArray();
    }

    static byte[] sample(long timestampMs, double value) {
        ByteArrayOutputStream sample = new ByteArrayOutputStream();
        if (Double.doubleToRawLongBits(value) != 0) {
            sample.write(1 << 3 | 1);
            sample.writeBytes(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putDouble(value)
                    .array());
        }
        sample.write(2 << 3);
        varint(sample, timestampMs);
        return sample.toByteArray();
    }

    byte[] protobuf() {
        return request.toByteArray();
    }

    byte[] body() {
        return compressed(protobuf());
    }

    static byte[] compressed(byte[] bytes) {
        try {
            return org.xerial.snappy.Snappy.compress(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void field(ByteArrayOutputStream out, int number, byte[] bytes) {
        out.write(number << 3 | 2);
        varint(out, bytes.length);
        out.writeBytes(bytes);
    }

    static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
