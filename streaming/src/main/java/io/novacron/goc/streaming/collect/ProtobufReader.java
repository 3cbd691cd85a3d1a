package io.novacron.goc.streaming.collect;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;

/**
 * A cursor over protobuf bytes that never leaves its bounds. Fields are read in place; nothing is copied until asked.
 */
final class ProtobufReader {

    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int LENGTH = 2;
    static final int FIXED32 = 5;

    private final byte[] bytes;
    private int position;
    private int end;

    ProtobufReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    /** Over a part of the bytes. */
    ProtobufReader(byte[] bytes, int from, int until) {
        this.bytes = bytes;
        this.position = from;
        this.end = until;
    }

    boolean hasMore() {
        return position < end;
    }

    int position() {
        return position;
    }

    /** Where the message entered, or the whole, ends. */
    int end() {
        return end;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Another cursor over what is left of the same bytes. */
    ProtobufReader fromHere() {
        return new ProtobufReader(bytes, position, end);
    }

    /** Narrows the cursor to the message that starts here and returns the end to restore by {@link #leave}. */
    int enter() {
        int length = length();
        int outer = end;
        end = position + length;
        return outer;
    }

    /** Goes to the end of the message entered, and widens to the outer one. */
    void leave(int outer) {
        position = end;
        end = outer;
    }

    /** The next field's tag: number times 8 plus wire type. */
    int tag() {
        if (position < end && bytes[position] > 0) {
            return bytes[position++];
        }
        long tag = varint();
        if (tag <= 0 || tag > Integer.MAX_VALUE) {
            throw malformed("field tag " + tag);
        }
        return (int) tag;
    }

    long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (position >= end) {
                throw malformed("it ends within a number");
            }
            byte next = bytes[position++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw malformed("a number has more than ten bytes");
    }

    long fixed64() {
        if (end - position < 8) {
            throw malformed("it ends within a number");
        }
        long value = 0;
        for (int i = 7; i >= 0; i--) {
            value = value << 8 | bytes[position + i] & 0xff;
        }
        position += 8;
        return value;
    }

    /** Reads a length that fits into what is left. */
    int length() {
        if (position < end && bytes[position] >= 0 && bytes[position] < end - position) {
            return bytes[position++];
        }
        long length = varint();
        if (length < 0 || length > end - position) {
            throw malformed("a part of %d bytes does not fit into %d".formatted(length, end - position));
        }
        return (int) length;
    }

    /** Moves over so many bytes that {@link #length} allowed. */
    void advance(int length) {
        position += length;
    }

    void skip(int tag) {
        switch (tag & 7) {
            case VARINT -> varint();
            case FIXED64 -> fixed64();
            case LENGTH -> advance(length());
            case FIXED32 -> {
                if (end - position < 4) {
                    throw malformed("it ends within a number");
                }
                position += 4;
            }
            default -> throw malformed("wire type " + (tag & 7));
        }
    }

    static OperationsException malformed(String why) {
        return new OperationsException(ErrorCode.INVALID_INPUT, "the body is no remote-write request: " + why);
    }
}
