package io.novacron.goc.streaming.collect;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes remote-write 2.0 requests as a sender would. The empty symbol is number 0. */
final class WriteRequest2 {

    private final ByteArrayOutputStream symbols = new ByteArrayOutputStream();
    private final ByteArrayOutputStream series = new ByteArrayOutputStream();

    WriteRequest2() {
        symbols("");
    }

    WriteRequest2 symbols(String... texts) {
        for (String text : texts) {
            WriteRequest.field(symbols, 4, text.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    /** Adds a series with one sample; references alternate names and values. */
    WriteRequest2 series(long timestampMs, double value, int... references) {
        ByteArrayOutputStream one = labels(references);
        WriteRequest.field(one, 2, WriteRequest.sample(timestampMs, value));
        WriteRequest.field(series, 5, one.toByteArray());
        return this;
    }

    WriteRequest2 withHistogramAndExemplar(int... references) {
        ByteArrayOutputStream one = labels(references);
        WriteRequest.field(one, 3, new byte[0]);
        WriteRequest.field(one, 4, new byte[0]);
        WriteRequest.field(series, 5, one.toByteArray());
        return this;
    }

    private static ByteArrayOutputStream labels(int... references) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (int reference : references) {
            WriteRequest.varint(packed, reference);
        }
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        WriteRequest.field(one, 1, packed.toByteArray());
        return one;
    }

    byte[] protobuf() {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(symbols.toByteArray());
        request.writeBytes(series.toByteArray());
        return request.toByteArray();
    }

    byte[] body() {
        return WriteRequest.compressed(protobuf());
    }
}
