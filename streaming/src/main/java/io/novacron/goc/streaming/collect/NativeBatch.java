package io.novacron.goc.streaming.collect;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.streaming.wire.MalformedBatch;
import io.novacron.goc.streaming.wire.ValueColumn;
import io.novacron.goc.telemetry.Label;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A native batch as it came; see {@code docs/native-batch.md}. Every length is checked against what is left before
 * anything is allocated.
 *
 * @param series number of each point's series
 */
record NativeBatch(
        long producer, long sequence, List<Definition> definitions, int[] series, long[] timesMs, double[] values) {

    static final int POINTS_MOST = 1_000_000;
    static final int NUMBER_MOST = 1_000_000;

    private static final int MARK = 0x474f4342;
    private static final byte VERSION = 1;
    private static final int ONE_TIME = 1 << 4;
    private static final int IN_A_ROW = 1 << 5;
    private static final int DEFINITION_LEAST = 7;
    private static final char NOT_READABLE = '\ufffd';

    /** What a number stands for; the labels may break rules. */
    record Definition(int number, String metric, List<Label> labels) {}

    /** @throws OperationsException INVALID_INPUT when the bytes are no native batch */
    static NativeBatch read(byte[] body) {
        ByteBuffer in = ByteBuffer.wrap(body);
        try {
            if (in.getInt() != MARK || in.get() != VERSION) {
                throw malformed("it does not begin with the mark of a batch of version 1");
            }
            byte layout = in.get();
            long producer = in.getLong();
            long sequence = in.getLong();
            List<Definition> definitions = definitions(in);
            int points = in.getInt();
            long base = in.getLong();
            boolean oneTime = (layout & ONE_TIME) != 0;
            boolean inARow = (layout & IN_A_ROW) != 0;
            ValueColumn column = ValueColumn.coded(layout & 0xf);
            long needed = (inARow ? 4L : 4L * points) + (oneTime ? 0 : 4L * points) + (long) points * column.width();
            if (points < 0 || points > POINTS_MOST || in.remaining() != needed) {
                throw malformed("%d points do not fit into %d bytes".formatted(points, in.remaining()));
            }
            int[] series = series(in, points, inARow);
            long[] times = new long[points];
            for (int i = 0; i < points; i++) {
                times[i] = oneTime ? base : base + in.getInt();
            }
            double[] values = new double[points];
            column.read(in, values);
            return new NativeBatch(producer, sequence, definitions, series, times, values);
        } catch (BufferUnderflowException e) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT, "the body is no native batch: it ends in the middle", e);
        } catch (MalformedBatch e) {
            throw new OperationsException(ErrorCode.INVALID_INPUT, "the body is no native batch: " + e.getMessage(), e);
        }
    }

    private static OperationsException malformed(String why) {
        return new OperationsException(ErrorCode.INVALID_INPUT, "the body is no native batch: " + why);
    }

    private static int[] series(ByteBuffer in, int points, boolean inARow) {
        int[] series = new int[points];
        if (inARow) {
            int first = in.getInt();
            for (int i = 0; i < points; i++) {
                series[i] = first + i;
            }
        } else {
            in.asIntBuffer().get(series);
            in.position(in.position() + 4 * points);
        }
        return series;
    }

    private static List<Definition> definitions(ByteBuffer in) {
        int many = in.getInt();
        if (many < 0 || many > in.remaining() / DEFINITION_LEAST) {
            throw malformed("%d definitions do not fit into %d bytes".formatted(many, in.remaining()));
        }
        List<Definition> definitions = new ArrayList<>(many);
        for (int i = 0; i < many; i++) {
            int number = in.getInt();
            if (number < 0 || number > NUMBER_MOST) {
                throw malformed("a series has the number %d; 0 to %d are allowed".formatted(number, NUMBER_MOST));
            }
            String metric = text(in);
            int labels = Byte.toUnsignedInt(in.get());
            List<String> texts = new ArrayList<>(2 * labels);
            for (int text = 0; text < 2 * labels; text++) {
                texts.add(text(in));
            }
            definitions.add(definition(number, metric, texts));
        }
        return definitions;
    }

    private static Definition definition(int number, String metric, List<String> texts) {
        List<Label> labels = new ArrayList<>(texts.size() / 2);
        // What is no UTF-8 reads as this character: two labels of different bytes would become one.
        if (metric.indexOf(NOT_READABLE) >= 0 || texts.stream().anyMatch(text -> text.indexOf(NOT_READABLE) >= 0)) {
            return new Definition(number, "", List.of());
        }
        try {
            for (int i = 0; i < texts.size(); i += 2) {
                labels.add(new Label(texts.get(i), texts.get(i + 1)));
            }
        } catch (OperationsException e) {
            // A metric without a name is refused, and its points are counted, when the series is looked up.
            return new Definition(number, "", List.of());
        }
        return new Definition(number, metric, labels);
    }

    private static String text(ByteBuffer in) {
        int length = Short.toUnsignedInt(in.getShort());
        if (length > in.remaining()) {
            throw malformed("a text of %d bytes does not fit into %d".formatted(length, in.remaining()));
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
