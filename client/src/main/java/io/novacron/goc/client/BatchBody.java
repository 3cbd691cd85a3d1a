package io.novacron.goc.client;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes a native batch; see {@code docs/native-batch.md}. All numbers are big-endian. */
final class BatchBody {

    static final int MARK = 0x474f4342;
    static final byte VERSION = 1;
    static final int ONE_TIME = 1 << 4;
    static final int IN_A_ROW = 1 << 5;

    private static final int HEAD = 4 + 1 + 1 + 8 + 8 + 4;
    private static final int WIDTH_DOUBLE = 0;
    private static final int WIDTH_BYTE = 1;
    private static final int WIDTH_SHORT = 2;
    private static final int WIDTH_INT = 3;

    private BatchBody() {}

    static byte[] encode(long producer, long sequence, List<Definition> definitions, Points points) {
        List<byte[]> written = new ArrayList<>(definitions.size());
        int size = HEAD + 4 + 8;
        for (Definition definition : definitions) {
            byte[] bytes = written(definition);
            written.add(bytes);
            size += bytes.length;
        }
        boolean oneTime = isOneTime(points.timesMs());
        boolean inARow = isInARow(points.series());
        int width = width(points.values());
        int many = points.size();
        size += (inARow ? 4 : 4 * many) + (oneTime ? 0 : 4 * many) + many * bytes(width);
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putInt(MARK).put(VERSION).put((byte) (width | (oneTime ? ONE_TIME : 0) | (inARow ? IN_A_ROW : 0)));
        out.putLong(producer).putLong(sequence).putInt(definitions.size());
        written.forEach(out::put);
        long base = many == 0 ? 0 : points.timesMs()[0];
        out.putInt(many).putLong(base);
        if (inARow) {
            out.putInt(many == 0 ? 0 : points.series()[0]);
        } else {
            out.asIntBuffer().put(points.series());
            out.position(out.position() + 4 * many);
        }
        if (!oneTime) {
            for (long time : points.timesMs()) {
                out.putInt(Math.toIntExact(time - base));
            }
        }
        values(out, width, points.values());
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

    private static boolean isInARow(int[] series) {
        for (int i = 1; i < series.length; i++) {
            if (series[i] != series[0] + i) {
                return false;
            }
        }
        return true;
    }

    /** The narrowest width that gives back every value exactly; minus zero is no whole number. */
    private static int width(double[] values) {
        long least = 0;
        long most = 0;
        for (double value : values) {
            long whole = (long) value;
            if (Double.doubleToRawLongBits((double) whole) != Double.doubleToRawLongBits(value)) {
                return WIDTH_DOUBLE;
            }
            least = Math.min(least, whole);
            most = Math.max(most, whole);
        }
        if (least >= Byte.MIN_VALUE && most <= Byte.MAX_VALUE) {
            return WIDTH_BYTE;
        }
        if (least >= Short.MIN_VALUE && most <= Short.MAX_VALUE) {
            return WIDTH_SHORT;
        }
        return least >= Integer.MIN_VALUE && most <= Integer.MAX_VALUE ? WIDTH_INT : WIDTH_DOUBLE;
    }

    private static int bytes(int width) {
        return width == WIDTH_DOUBLE ? 8 : width == WIDTH_INT ? 4 : width;
    }

    private static void values(ByteBuffer out, int width, double[] values) {
        switch (width) {
            case WIDTH_BYTE -> {
                for (double value : values) {
                    out.put((byte) value);
                }
            }
            case WIDTH_SHORT -> {
                for (double value : values) {
                    out.putShort((short) value);
                }
            }
            case WIDTH_INT -> {
                for (double value : values) {
                    out.putInt((int) value);
                }
            }
            default -> out.asDoubleBuffer().put(values);
        }
    }

    private static byte[] written(Definition definition) {
        List<byte[]> texts = new ArrayList<>();
        texts.add(definition.metric().getBytes(StandardCharsets.UTF_8));
        definition.namesAndValues().forEach(text -> texts.add(text.getBytes(StandardCharsets.UTF_8)));
        int size = 4 + 1 + texts.stream().mapToInt(text -> 2 + text.length).sum();
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putInt(definition.number());
        for (int i = 0; i < texts.size(); i++) {
            if (i == 1) {
                out.put((byte) (definition.namesAndValues().size() / 2));
            }
            out.putShort((short) texts.get(i).length).put(texts.get(i));
        }
        if (texts.size() == 1) {
            out.put((byte) 0);
        }
        return out.array();
    }
}
