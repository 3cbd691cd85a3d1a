package io.novacron.goc.streaming.collect;

import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.telemetry.Label;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.SeriesKey;
import io.novacron.goc.telemetry.Sources;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Finds series by the bytes of their labels, written as {@code prometheus.TimeSeries} writes them: what was seen before
 * is found without reading a label. What breaks a rule is refused and counted.
 */
final class KnownSeries {

    private static final int KNOWN_MOST = 500_000;
    private static final int KNOWN_LABELS_LONGEST = 4_096;
    private static final long KNOWN_BYTES_MOST = 128L << 20;
    private static final int LABEL_FIELD = 1 << 3 | ProtobufReader.LENGTH;
    private static final String METRIC = "__name__";

    private final SeriesCatalog catalog;
    private final Sources sources;
    private final Map<LabelBytes, Series> known = new ConcurrentHashMap<>();
    private final AtomicLong knownBytes = new AtomicLong();

    KnownSeries(SeriesCatalog catalog, Sources sources) {
        this.catalog = catalog;
        this.sources = sources;
    }

    /**
     * The series with these labels; {@code null} when it is refused, which is counted.
     *
     * @param bytes holds the label fields from {@code from} until {@code until}, and nothing else there
     * @param samples how many samples wait for it
     */
    @Nullable
    Series find(byte[] bytes, int from, int until, String source, int samples) {
        Series seen = known.get(new LabelBytes(bytes, from, until));
        return seen != null ? seen : resolve(bytes, from, until, source, samples);
    }

    private @Nullable Series resolve(byte[] bytes, int from, int until, String source, int samples) {
        List<Label> labels = new ArrayList<>();
        ProtobufReader in = new ProtobufReader(bytes, from, until);
        String broken = "";
        while (in.hasMore()) {
            int tag = in.tag();
            if (tag == LABEL_FIELD) {
                int outer = in.enter();
                broken = label(in, labels, broken);
                in.leave(outer);
            } else {
                in.skip(tag);
            }
        }
        if (!broken.isEmpty()) {
            return refuse(source, broken, samples, labels.toString());
        }
        try {
            Series series = catalog.resolve(key(labels), source);
            remember(bytes, from, until, series);
            return series;
        } catch (OperationsException e) {
            return refuse(source, e.code().name().toLowerCase(Locale.ROOT), samples, e.explanation());
        }
    }

    private static SeriesKey key(List<Label> labels) {
        String metric = "";
        List<Label> others = new ArrayList<>(labels.size());
        for (Label label : labels) {
            if (!label.name().equals(METRIC)) {
                others.add(label);
            } else if (metric.isEmpty()) {
                metric = label.value();
            }
        }
        return new SeriesKey(metric, others);
    }

    /** Counts samples of a series that may not enter; there is no series then. */
    @Nullable
    Series refuse(String source, String reason, int samples, String example) {
        sources.rejected(source, reason, samples, example);
        return null;
    }

    private void remember(byte[] bytes, int from, int until, Series series) {
        int length = until - from;
        if (length > KNOWN_LABELS_LONGEST) {
            return;
        }
        if (known.size() >= KNOWN_MOST || knownBytes.addAndGet(length) > KNOWN_BYTES_MOST) {
            known.clear();
            knownBytes.set(0);
        }
        known.put(new LabelBytes(Arrays.copyOfRange(bytes, from, until), 0, length), series);
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

    /** The raw bytes of a series' labels: a view to look up by, a copy of its own to keep. */
    private static final class LabelBytes {

        private final byte[] bytes;
        private final int from;
        private final int until;
        private final int hash;

        LabelBytes(byte[] bytes, int from, int until) {
            this.bytes = bytes;
            this.from = from;
            this.until = until;
            int sum = 1;
            for (int i = from; i < until; i++) {
                sum = 31 * sum + bytes[i];
            }
            this.hash = sum;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof LabelBytes that
                    && Arrays.equals(bytes, from, until, that.bytes, that.from, that.until);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
