package io.novacron.goc.streaming.collect;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.telemetry.Label;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.SeriesKey;
import io.novacron.goc.telemetry.Sources;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds series by the bytes of their labels, written as {@code prometheus.TimeSeries} writes them: what was seen before
 * is found by a keyed hash of 64 bits, without reading a label. Labels are compared in full at first sight and then on
 * every {@value #COMPARE_EVERY}th look-up; should two kinds of bytes share a hash, both are read in full from then on.
 * What breaks a rule is refused and counted.
 */
final class KnownSeries {

    /** Instead of an index: the series may not enter. */
    static final int REFUSED = -2;

    private static final int COMPARE_EVERY = 4_096;
    private static final int LABEL_FIELD = 1 << 3 | ProtobufReader.LENGTH;
    private static final String METRIC = "__name__";
    private static final char NOT_READABLE = '\ufffd';

    private final SeriesCatalog catalog;
    private final NewSeries series;
    private final Sources sources;
    private final Hasher64 hasher;
    private final HashedSeries known = new HashedSeries();

    KnownSeries(SeriesCatalog catalog, NewSeries series, Sources sources) {
        this.catalog = catalog;
        this.series = series;
        this.sources = sources;
        this.hasher = Hashing.wyhashFinal4(catalog.seed("known_series"));
    }

    /** Looks up the series of one request of a source. */
    Lookup lookup(String source, Instant acceptedAt) {
        return new Lookup(source, acceptedAt);
    }

    /** The series of one request. */
    final class Lookup {

        private final String source;
        private final Instant acceptedAt;
        /** Changes from request to request, so that every series has its turn to be compared in full. */
        private final long turn;

        private Lookup(String source, Instant acceptedAt) {
            this.source = source;
            this.acceptedAt = acceptedAt;
            this.turn = acceptedAt.toEpochMilli();
        }

        String source() {
            return source;
        }

        Instant acceptedAt() {
            return acceptedAt;
        }

        /** The keyed hash of labels, which lie from {@code from} until {@code until}. */
        long hash(byte[] bytes, int from, int until) {
            return hasher.hashBytesToLong(bytes, from, until - from);
        }

        /**
         * The indexes of the series of the first {@code many} hashes; {@link HashedSeries#UNKNOWN} where the labels
         * must be read.
         */
        int[] findAll(long[] hashes, int many) {
            int[] found = new int[many];
            for (int i = 0; i < many; i++) {
                found[i] = known.find(hashes[i]);
            }
            for (int i = 0; i < many; i++) {
                if ((hashes[i] ^ turn) % COMPARE_EVERY == 0) {
                    found[i] = HashedSeries.UNKNOWN;
                }
            }
            return found;
        }

        /**
         * The index of the series with these labels, or {@link #REFUSED}, which is counted.
         *
         * @param hash of the labels
         * @param samples how many samples wait for it
         */
        int resolve(long hash, ProtobufReader labels, int samples) {
            int index = resolve(labels, samples);
            if (index != REFUSED) {
                known.remember(hash, index);
            }
            return index;
        }

        private int resolve(ProtobufReader in, int samples) {
            List<Label> labels = new ArrayList<>();
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
                return refuse(broken, samples, labels.toString());
            }
            try {
                return series.resolve(key(labels), source).index();
            } catch (OperationsException e) {
                return refuse(e.code().name().toLowerCase(Locale.ROOT), samples, e.explanation());
            }
        }

        /** The name of a series for people. */
        String name(int index) {
            return catalog.at(index).key().toString();
        }

        /** Counts samples of a series that may not enter. */
        int refuse(String reason, int samples, String example) {
            sources.rejected(source, reason, samples, example);
            return REFUSED;
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
        // What is no UTF-8 reads as this character: two labels of different bytes would become one.
        if (name.indexOf(NOT_READABLE) >= 0 || value.indexOf(NOT_READABLE) >= 0) {
            return "label_utf8";
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
}
