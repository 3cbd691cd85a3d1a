package io.novacron.goc.e2e.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes the few kinds of Protobuf fields that a remote write has. */
final class ProtobufWriter {

    private byte[] bytes = new byte[4_096];
    private int size;

    int size() {
        return size;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** The beginning of a field of so many bytes. */
    void tag(int field, int length) {
        varint(field << 3 | 2);
        varint(length);
    }

    void bytes(byte[] more) {
        ensure(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    /** A field of a floating point number. */
    void number(int field, double value) {
        varint(field << 3 | 1);
        ensure(Double.BYTES);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putDouble(size, value);
        size += Double.BYTES;
    }

    /** A field of a whole number. */
    void whole(int field, long value) {
        varint(field << 3);
        varint(value);
    }

    private void varint(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    /** The labels of a series: name, value, name, value. */
    static byte[] labels(List<String> namesAndValues) {
        ProtobufWriter out = new ProtobufWriter();
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            byte[] name = namesAndValues.get(i).getBytes(StandardCharsets.UTF_8);
            byte[] value = namesAndValues.get(i + 1).getBytes(StandardCharsets.UTF_8);
            ProtobufWriter label = new ProtobufWriter();
            label.tag(1, name.length);
            label.bytes(name);
            label.tag(2, value.length);
            label.bytes(value);
            out.tag(1, label.size());
            out.bytes(label.toBytes());
        }
        return out.toBytes();
    }
}
