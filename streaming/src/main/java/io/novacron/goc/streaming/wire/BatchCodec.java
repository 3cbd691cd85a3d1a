package io.novacron.goc.streaming.wire;

import io.novacron.goc.telemetry.Label;
import io.novacron.goc.telemetry.SeriesKey;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes and reads the columnar record: a header, the definitions of series that the reader may not know, then columns
 * of series ids (8 bytes a point), times (none when all are alike, else 4 bytes, milliseconds after the first) and
 * values (1 to 8 bytes, {@link ValueColumn}). All numbers are big-endian. Every length is checked against what is left
 * before anything is allocated.
 */
public final class BatchCodec {

    static final short MAGIC = 0x4743;
    static final byte VERSION = 2;
    /** Has times of four bytes and values of eight, which is also layout 0 of today. */
    private static final byte VERSION_BEFORE = 1;

    private static final int ONE_TIME = 1 << 4;
    private static final int POINT_BYTES_MOST = 20;
    private static final int POINTS_MOST = 1 << 20;

    private BatchCodec() {}

    public static byte[] encode(WireBatch batch) {
        ValueColumn column = ValueColumn.of(batch.values());
        boolean oneTime = isOneTime(batch.timestampsMs());
        ByteBuffer out = ByteBuffer.allocate(size(batch, pointBytes(oneTime, column)));
        out.putShort(MAGIC).put(VERSION).put((byte) (column.code() | (oneTime ? ONE_TIME : 0)));
        out.putLong(batch.producer()).putLong(batch.sequence()).putLong(batch.acceptedAtMs());
        putText(out, batch.source());
        out.putInt(batch.definitions().size());
        for (WireBatch.Definition definition : batch.definitions()) {
            out.putLong(definition.id());
            putText(out, definition.key().metric());
            out.put((byte) definition.key().labels().size());
            for (Label label : definition.key().labels()) {
                putText(out, label.name());
                putText(out, label.value());
            }
        }
        int points = batch.ids().length;
        long base = points == 0 ? 0 : batch.timestampsMs()[0];
        out.putInt(points).putLong(base);
        out.asLongBuffer().put(batch.ids());
        out.position(out.position() + points * Long.BYTES);
        if (!oneTime) {
            for (long timestamp : batch.timestampsMs()) {
                out.putInt(Math.toIntExact(timestamp - base));
            }
        }
        column.write(batch.values(), out);
        return out.array();
    }

    private static boolean isOneTime(long[] times) {
        for (long time : times) {
            if (time != times[0]) {
                return false;
            }
        }
        return true;
    }

    private static int pointBytes(boolean oneTime, ValueColumn column) {
        return Long.BYTES + (oneTime ? 0 : Integer.BYTES) + column.width();
    }

    /**
     * Reads a record.
     *
     * @throws MalformedBatch when it is not one of ours, is cut short, or breaks a limit
     */
    public static WireBatch decode(byte[] record) throws MalformedBatch {
        ByteBuffer in = ByteBuffer.wrap(record);
        try {
            if (in.getShort() != MAGIC) {
                throw new MalformedBatch("it does not start with the mark of a batch");
            }
            byte version = in.get();
            if (version != VERSION && version != VERSION_BEFORE) {
                throw new MalformedBatch(
                        "version %d is not spoken here, only %d and %d".formatted(version, VERSION_BEFORE, VERSION));
            }
            byte layout = in.get();
            long producer = in.getLong();
            long sequence = in.getLong();
            long acceptedAt = in.getLong();
            String source = text(in);
            List<WireBatch.Definition> definitions = definitions(in);
            int points = in.getInt();
            long base = in.getLong();
            ValueColumn column = ValueColumn.coded(layout & 0xf);
            boolean oneTime = (layout & ONE_TIME) != 0;
            if (points < 0 || points > POINTS_MOST || in.remaining() != points * pointBytes(oneTime, column)) {
                throw new MalformedBatch("%d points do not fit into %d bytes".formatted(points, in.remaining()));
            }
            long[] ids = new long[points];
            long[] timestamps = new long[points];
            double[] values = new double[points];
            in.asLongBuffer().get(ids);
            in.position(in.position() + points * Long.BYTES);
            for (int i = 0; i < points; i++) {
                timestamps[i] = oneTime ? base : base + in.getInt();
            }
            if (points > 0 && timestamps[0] != base) {
                throw new MalformedBatch("the first point is not of the base time");
            }
            column.read(in, values);
            if (column == ValueColumn.DOUBLE) {
                ValueColumn.requireNumbers(values);
            }
            return new WireBatch(source, producer, sequence, acceptedAt, definitions, ids, timestamps, values);
        } catch (BufferUnderflowException e) {
            throw new MalformedBatch("it ends in the middle", e);
        }
    }

    private static List<WireBatch.Definition> definitions(ByteBuffer in) throws MalformedBatch {
        int many = in.getInt();
        if (many < 0 || many > in.remaining() / 11) {
            throw new MalformedBatch("%d definitions do not fit into %d bytes".formatted(many, in.remaining()));
        }
        List<WireBatch.Definition> definitions = new ArrayList<>(many);
        for (int i = 0; i < many; i++) {
            long id = in.getLong();
            String metric = text(in);
            int labels = Byte.toUnsignedInt(in.get());
            List<Label> list = new ArrayList<>(labels);
            try {
                for (int label = 0; label < labels; label++) {
                    list.add(new Label(text(in), text(in)));
                }
                definitions.add(new WireBatch.Definition(id, new SeriesKey(metric, list)));
            } catch (io.novacron.goc.kernel.OperationsException e) {
                throw new MalformedBatch(e.explanation(), e);
            }
        }
        return definitions;
    }

    private static String text(ByteBuffer in) throws MalformedBatch {
        int length = Short.toUnsignedInt(in.getShort());
        if (length > in.remaining()) {
            throw new MalformedBatch("a text of %d bytes does not fit into %d".formatted(length, in.remaining()));
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void putText(ByteBuffer out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.putShort((short) bytes.length).put(bytes);
    }

    private static int size(WireBatch batch, int pointBytes) {
        int size = 28 + textSize(batch.source()) + 4 + 12 + batch.ids().length * pointBytes;
        for (WireBatch.Definition definition : batch.definitions()) {
            size += definitionSize(definition.key());
        }
        return size;
    }

    /** Bytes of a point in a record, at most. */
    public static int pointSize() {
        return POINT_BYTES_MOST;
    }

    /** Bytes of a series' definition in a record. */
    public static int definitionSize(SeriesKey key) {
        int size = 8 + textSize(key.metric()) + 1;
        for (Label label : key.labels()) {
            size += textSize(label.name()) + textSize(label.value());
        }
        return size;
    }

    private static int textSize(String text) {
        return 2 + text.getBytes(StandardCharsets.UTF_8).length;
    }
}
