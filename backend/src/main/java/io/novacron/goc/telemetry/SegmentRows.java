package io.novacron.goc.telemetry;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes segments in PostgreSQL's binary COPY format (PostgreSQL documentation, COPY, "Binary Format"). */
final class SegmentRows {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int OID_INT4 = 23;
    private static final int OID_FLOAT8 = 701;
    private static final int ARRAY_HEADER = 20;

    /** Milliseconds from the epoch of Unix to that of PostgreSQL, 2000-01-01. */
    private static final long POSTGRES_EPOCH_MS = 946_684_800_000L;

    private SegmentRows() {}

    static void write(List<Segment> segments, OutputStream target) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(target, 1 << 16));
        out.write(SIGNATURE);
        out.writeInt(0);
        out.writeInt(0);
        for (Segment segment : segments) {
            out.writeShort(9);
            out.writeInt(8);
            out.writeLong(segment.seriesId());
            out.writeInt(8);
            out.writeLong((segment.startMs() - POSTGRES_EPOCH_MS) * 1_000);
            out.writeInt(4);
            out.writeInt(segment.stepMs());
            out.writeInt(8);
            out.writeLong(segment.newestMs());
            ints(out, segment.counts());
            doubles(out, segment.sums());
            doubles(out, segment.mins());
            doubles(out, segment.maxs());
            doubles(out, segment.lasts());
        }
        out.writeShort(-1);
        out.flush();
    }

    private static void ints(DataOutputStream out, int[] values) throws IOException {
        header(out, values.length, OID_INT4, 4);
        for (int value : values) {
            out.writeInt(4);
            out.writeInt(value);
        }
    }

    private static void doubles(DataOutputStream out, double[] values) throws IOException {
        header(out, values.length, OID_FLOAT8, 8);
        for (double value : values) {
            out.writeInt(8);
            out.writeDouble(value);
        }
    }

    private static void header(DataOutputStream out, int length, int elementType, int elementBytes) throws IOException {
        out.writeInt(ARRAY_HEADER + length * (4 + elementBytes));
        out.writeInt(1);
        out.writeInt(0);
        out.writeInt(elementType);
        out.writeInt(length);
        out.writeInt(1);
    }
}
