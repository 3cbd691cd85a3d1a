package io.novacron.goc.streaming.lines;

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
import java.util.Locale;
import java.util.Map;

/** Points of lines, gathered into a batch. What may not enter is counted. */
final class LinePoints {

    private final NewSeries known;
    private final Sources sources;
    private final String source;
    private int[] series = new int[64];
    private long[] times = new long[64];
    private double[] values = new double[64];
    private int size;

    LinePoints(NewSeries known, Sources sources, String source) {
        this.known = known;
        this.sources = sources;
        this.source = source;
    }

    void add(String metric, Map<String, String> labels, long timeMs, double value) {
        try {
            List<Label> all = new ArrayList<>(labels.size());
            labels.forEach((name, text) -> all.add(new Label(clean(name), text)));
            int index = known.resolve(new SeriesKey(clean(metric), all), source).index();
            if (size == times.length) {
                series = Arrays.copyOf(series, size * 2);
                times = Arrays.copyOf(times, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            series[size] = index;
            times[size] = timeMs;
            values[size++] = value;
        } catch (OperationsException e) {
            refuse(e.code().name().toLowerCase(Locale.ROOT), e.explanation());
        }
    }

    void refuse(String reason, String example) {
        sources.rejected(source, reason, 1, example);
    }

    int size() {
        return size;
    }

    /** Takes what was gathered, and begins anew. */
    PointBatch take(Instant now) {
        PointBatch batch = new PointBatch(
                source, now, Arrays.copyOf(series, size), Arrays.copyOf(times, size), Arrays.copyOf(values, size));
        size = 0;
        return batch;
    }

    /** A name as Prometheus writes it: dots and what else it does not know become underscores. */
    static String clean(String name) {
        StringBuilder clean = new StringBuilder(name.length() + 1);
        for (int i = 0; i < name.length(); i++) {
            char here = name.charAt(i);
            boolean fits = here >= 'a' && here <= 'z'
                    || here >= 'A' && here <= 'Z'
                    || here >= '0' && here <= '9'
                    || here == '_'
                    || here == ':';
            clean.append(fits ? here : '_');
        }
        return !clean.isEmpty() && Character.isDigit(clean.charAt(0)) ? "_" + clean : clean.toString();
    }
}
