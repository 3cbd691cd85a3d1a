package io.novacron.goc.streaming.collect;

import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.telemetry.Label;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.SeriesKey;
import io.novacron.goc.telemetry.Sources;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads a Prometheus remote-write 1.0 request ({@code prometheus.WriteRequest}) by hand. A series that breaks a rule is
 * left out and counted; the others go on. Series that were seen before are found by the bytes of their labels.
 */
final class RemoteWriteParser {

    /** The bits of the NaN that marks a series as gone (Prometheus, {@code value.StaleNaN}). */
    private static final long STALE_MARKER = 0x7ff0_0000_0000_0002L;

    private static final int KNOWN_MOST = 500_000;
    private static final int KNOWN_LABELS_LONGEST = 4_096;
    private static final long KNOWN_BYTES_MOST = 128L << 20;

    private final SeriesCatalog catalog;
    private final Sources sources;
    private final Map<LabelBytes, Series> known = new ConcurrentHashMap<>();
    private final AtomicLong knownBytes = new AtomicLong();

    RemoteWriteParser(SeriesCatalog catalog, Sources sources) {
        this.catalog = catalog;
        this.sources = sources;
    }

    /**
     * Returns the points of the request; stale markers are counted and left out.
     *
     * @throws OperationsException INVALID_INPUT when the bytes are no such request
     */
    PointBatch parse(byte[] request, String source, Instant acceptedAt) {
        ProtobufReader in = new ProtobufReader(request);
        Columns columns = new Columns();
        while (in.hasMore()) {
            int tag = in.tag();
            if (tag == (1 << 3 | ProtobufReader.LENGTH)) {
                int outer = in.enter();
                timeSeries(in, source, columns);
                in.leave(outer);
            } else {
                in.skip(tag);
            }
        }
        return columns.batch(source, acceptedAt);
    }

    private void timeSeries(ProtobufReader in, String source, Columns columns) {
        int start = in.position();
        int labelsEnd = start;
        List<Label> labels = new ArrayList<>();
        int first = columns.size;
        String broken = "";
        while (in.hasMore()) {
            int tag = in.tag();
            switch (tag) {
                case 1 << 3 | ProtobufReader.LENGTH -> {
                    int outer = in.enter();
                    broken = label(in, labels, broken);
                    in.leave(outer);
                    labelsEnd = in.position();
                }
                case 2 << 3 | ProtobufReader.LENGTH -> {
                    int outer = in.enter();
                    sample(in, columns);
                    in.leave(outer);
                }
                default -> in.skip(tag);
            }
        }
        int samples = columns.size - first;
        if (samples == 0) {
            return;
        }
        Series series = broken.isEmpty()
                ? series(new LabelBytes(Arrays.copyOfRange(in.bytes(), start, labelsEnd)), labels, source, samples)
                : reject(source, broken, samples, labels.toString());
        if (series == null) {
            columns.size = first;
        } else {
            columns.close(
                    first,
                    series.index(),
                    () -> sources.rejected(
                            source, "stale_marker", 1, series.key().toString()));
        }
    }

    private @org.jspecify.annotations.Nullable Series reject(String source, String reason, int points, String example) {
        sources.rejected(source, reason, points, example);
        return null;
    }

    private @org.jspecify.annotations.Nullable Series series(
            LabelBytes bytes, List<Label> labels, String source, int samples) {
        Series seen = known.get(bytes);
        if (seen != null) {
            return seen;
        }
        String metric = labels.stream()
                .filter(label -> label.name().equals("__name__"))
                .map(Label::value)
                .findFirst()
                .orElse("");
        try {
            SeriesKey key = new SeriesKey(
                    metric,
                    labels.stream()
                            .filter(label -> !label.name().equals("__name__"))
                            .toList());
            Series series = catalog.resolve(key, source);
            remember(bytes, series);
            return series;
        } catch (OperationsException e) {
            return reject(source, e.code().name().toLowerCase(java.util.Locale.ROOT), samples, e.explanation());
        }
    }

    private void remember(LabelBytes bytes, Series series) {
        if (bytes.length() > KNOWN_LABELS_LONGEST) {
            return;
        }
        if (known.size() >= KNOWN_MOST || knownBytes.addAndGet(bytes.length()) > KNOWN_BYTES_MOST) {
            known.clear();
            knownBytes.set(0);
        }
        known.put(bytes, series);
    }

    /** Reads a label; returns why the series must be left out, or what was wrong before. */
    private static String label(ProtobufReader in, List<Label> labels, String broken) {
        String name = "";
        String value = "";
        while (in.hasMore()) {
            int tag = in.tag();
            switch (tag) {
                case 1 << 3 | ProtobufReader.LENGTH -> name = text(in, Label.NAME_LONGEST);
                case 2 << 3 | ProtobufReader.LENGTH -> value = text(in, Label.VALUE_LONGEST);
                default -> in.skip(tag);
            }
        }
        if (name.isEmpty() || name.length() > Label.NAME_LONGEST) {
            return "label_name_length";
        }
        if (value.length() > Label.VALUE_LONGEST) {
            return "label_value_length";
        }
        if (name.indexOf(0) >= 0 || value.indexOf(0) >= 0) {
            return "label_nul";
        }
        if (labels.size() > SeriesKey.LABELS_MOST) {
            return "label_count";
        }
        labels.add(new Label(name, value));
        return broken;
    }

    /** Reads a text; one that is far too long is not turned into characters but only known to be too long. */
    private static String text(ProtobufReader in, int longest) {
        int length = in.length();
        int read = Math.min(length, longest * 4 + 4);
        String text = new String(in.bytes(), in.position(), read, StandardCharsets.UTF_8);
        in.advance(length);
        return text;
    }

    private static void sample(ProtobufReader in, Columns columns) {
        long bits = 0;
        long timestamp = 0;
        while (in.hasMore()) {
            int tag = in.tag();
            switch (tag) {
                case 1 << 3 | ProtobufReader.FIXED64 -> bits = in.fixed64();
                case 2 << 3 | ProtobufReader.VARINT -> timestamp = in.varint();
                default -> in.skip(tag);
            }
        }
        columns.add(timestamp, bits);
    }

    /** The raw bytes of a series' labels, as they came. */
    private static final class LabelBytes {

        private final byte[] bytes;
        private final int hash;

        LabelBytes(byte[] bytes) {
            this.bytes = bytes;
            this.hash = Arrays.hashCode(bytes);
        }

        int length() {
            return bytes.length;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof LabelBytes that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** Points as they are read; the series of a run is filled in when its labels are known. */
    private static final class Columns {

        private int[] series = new int[1_024];
        private long[] times = new long[1_024];
        private long[] bits = new long[1_024];
        private int size;

        void add(long time, long valueBits) {
            if (size == times.length) {
                series = Arrays.copyOf(series, size * 2);
                times = Arrays.copyOf(times, size * 2);
                bits = Arrays.copyOf(bits, size * 2);
            }
            times[size] = time;
            bits[size] = valueBits;
            size++;
        }

        void close(int first, int index, Runnable stale) {
            int kept = first;
            for (int i = first; i < size; i++) {
                if (bits[i] == STALE_MARKER) {
                    stale.run();
                } else {
                    series[kept] = index;
                    times[kept] = times[i];
                    bits[kept] = bits[i];
                    kept++;
                }
            }
            size = kept;
        }

        PointBatch batch(String source, Instant acceptedAt) {
            double[] values = new double[size];
            for (int i = 0; i < size; i++) {
                values[i] = Double.longBitsToDouble(bits[i]);
            }
            return new PointBatch(source, acceptedAt, Arrays.copyOf(series, size), Arrays.copyOf(times, size), values);
        }
    }
}
