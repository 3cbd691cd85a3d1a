package io.novacron.goc.e2e.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.xerial.snappy.Snappy;

/**
 * The body of a remote-write 1.0 request for always the same series, one sample each. It is laid out once; each round
 * only the times and values in it change, so that the sender costs little beside the receiver.
 */
public final class RemoteWriteBody {

    /** Epoch milliseconds between 2004 and 2109 take six bytes. */
    private static final int TIME_BYTES = 6;
    /** Two tags, a double and a time. */
    private static final int SAMPLE_BYTES = 1 + 8 + 1 + TIME_BYTES;

    private final int first;
    private final int[] samples;
    private final byte[] raw;
    private final ByteBuffer buffer;

    /** Lays out the series from {@code first} until {@code until}. */
    public RemoteWriteBody(CpuOnly data, int first, int until) {
        this.first = first;
        this.samples = new int[until - first];
        ProtobufWriter out = new ProtobufWriter();
        for (int series = first; series < until; series++) {
            byte[] labels = ProtobufWriter.labels(data.labels(series));
            out.tag(1, labels.length + 2 + SAMPLE_BYTES);
            out.bytes(labels);
            out.tag(2, SAMPLE_BYTES);
            samples[series - first] = out.size();
            out.bytes(new byte[SAMPLE_BYTES]);
        }
        raw = out.toBytes();
        buffer = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
    }

    public int points() {
        return samples.length;
    }

    /** The compressed body with the present values of the data, all of one time. */
    public byte[] encode(CpuOnly data, long timeMs) {
        for (int i = 0; i < samples.length; i++) {
            int at = samples[i];
            raw[at] = 1 << 3 | 1;
            buffer.putDouble(at + 1, data.value(first + i));
            raw[at + 9] = 2 << 3;
            long rest = timeMs;
            for (int b = 0; b < TIME_BYTES - 1; b++) {
                raw[at + 10 + b] = (byte) (rest & 0x7f | 0x80);
                rest >>>= 7;
            }
            raw[at + 10 + TIME_BYTES - 1] = (byte) rest;
        }
        try {
            return Snappy.compress(raw);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
