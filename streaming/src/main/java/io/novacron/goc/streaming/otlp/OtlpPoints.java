package io.novacron.goc.streaming.otlp;

import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.streaming.collect.NewSeries;
import io.novacron.goc.telemetry.Label;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.SeriesKey;
import io.novacron.goc.telemetry.Sources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The points of one request, as they are read. */
final class OtlpPoints {

    private final NewSeries known;
    private final Sources sources;
    private final DeltaTotals totals;
    private final String source;
    private int[] series = new int[256];
    private long[] times = new long[256];
    private double[] values = new double[256];
    private int size;
    private long refused;
    private String why = "";

    OtlpPoints(NewSeries known, Sources sources, DeltaTotals totals, String source) {
        this.known = known;
        this.sources = sources;
        this.totals = totals;
        this.source = source;
    }

    /** What belongs to one data point of the sender: it enters as a whole or not at all. */
    final class DataPoint {

        private final Map<String, String> labels;
        private final long timeMs;
        private final boolean delta;
        private final int first = size;
        private boolean broken;

        DataPoint(Map<String, String> labels, long timeNanos, boolean delta) {
            this.labels = labels;
            this.timeMs = timeNanos / 1_000_000;
            this.delta = delta;
        }

        void add(String metric, double value) {
            add(metric, "", "", value);
        }

        /** Adds a value to a series that has one label more. */
        void add(String metric, String label, String labelValue, double value) {
            if (broken) {
                return;
            }
            try {
                int index =
                        known.resolve(key(metric, label, labelValue), source).index();
                append(index, timeMs, delta ? totals.add(index, timeMs, value) : value);
            } catch (OperationsException e) {
                broken = true;
                size = first;
                refuse(MetricNames.lower(e.code()), 1, e.explanation());
            }
        }

        private SeriesKey key(String metric, String label, String labelValue) {
            List<Label> all = new ArrayList<>(labels.size() + 1);
            labels.forEach((name, value) -> all.add(new Label(name, value)));
            if (!label.isEmpty()) {
                all.add(new Label(label, labelValue));
            }
            return new SeriesKey(metric, all);
        }
    }

    private void append(int index, long timeMs, double value) {
        if (size == times.length) {
            series = Arrays.copyOf(series, size * 2);
            times = Arrays.copyOf(times, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        series[size] = index;
        times[size] = timeMs;
        values[size++] = value;
    }

    /** Counts data points that may not enter. */
    void refuse(String reason, long many, String example) {
        refused += many;
        why = example;
        sources.rejected(source, reason, Math.toIntExact(Math.min(many, Integer.MAX_VALUE)), example);
    }

    /** Counts what is left out of data points that enter. */
    void leaveOut(String reason, int many, String example) {
        if (many > 0) {
            sources.rejected(source, reason, many, example);
        }
    }

    PointBatch batch(Instant acceptedAt) {
        return new PointBatch(
                source,
                acceptedAt,
                Arrays.copyOf(series, size),
                Arrays.copyOf(times, size),
                Arrays.copyOf(values, size));
    }

    /** Data points that may not enter. */
    long refused() {
        return refused;
    }

    /** Why the last of them may not. */
    String why() {
        return why;
    }

    /** Merges attributes: two whose names become the same share one label, as the specification says. */
    static void merge(Map<String, String> labels, String name, String value) {
        if (!name.isEmpty() && !value.isEmpty()) {
            labels.merge(name, value, (first, second) -> first + ";" + second);
        }
    }

    /** A copy to add to. */
    static Map<String, String> copy(Map<String, String> labels) {
        return new TreeMap<>(labels);
    }
}
