package io.novacron.goc.ui.charts;

import io.novacron.goc.telemetry.QueryAnswer;
import io.novacron.goc.telemetry.QueryAnswer.AnsweredSeries;
import io.novacron.goc.telemetry.QueryAnswer.Heard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answers to the layers of a chart as the lines that it draws: so many at most, a colour each. */
final class Lines {

    /** The labels that hold names of customers. */
    private static final Set<String> TENANTS = Set.of("tenant", "tenant_name", "customer", "customer_name", "account");

    /** How many lines of a layer are drawn. */
    static final int MOST = 24;

    private final List<Layer> layers;
    private final List<Line> lines = new ArrayList<>();
    private final boolean namesTenants;
    private final Map<String, Integer> tenants = new HashMap<>();

    /** A line: which series of which layer. */
    record Line(int layer, Map<String, String> labels, String label, Layer.Role role, int colour) {}

    /** Columns of points, as the browser's chart takes them. Seconds; each series one after another; null is a gap. */
    record Columns(List<Double> times, List<@Nullable Double> values) {}

    /**
     * @param answers one for each layer
     * @param namesTenants whether a line may be called by a customer's name; otherwise they are numbered
     */
    Lines(List<Layer> layers, List<QueryAnswer> answers, boolean namesTenants) {
        this.layers = layers;
        this.namesTenants = namesTenants;
        for (int layer = 0; layer < layers.size(); layer++) {
            for (AnsweredSeries series :
                    answers.get(layer).series().stream().limit(MOST).toList()) {
                lines.add(line(layer, series.labels()));
            }
        }
    }

    private Line line(int layer, Map<String, String> labels) {
        Layer of = layers.get(layer);
        int colour = of.role() == Layer.Role.LINE ? drawn() : colourOf(labels);
        String own = words(labels);
        String label = of.label().isEmpty()
                ? own
                : of.role() == Layer.Role.COMPARED && !own.equals("all") ? own + ", " + of.label() : of.label();
        return new Line(layer, labels, label, of.role(), colour);
    }

    private int drawn() {
        return (int)
                lines.stream().filter(line -> line.role() == Layer.Role.LINE).count();
    }

    /** The colour of the line that another one goes with. */
    private int colourOf(Map<String, String> labels) {
        return lines.stream()
                .filter(line -> line.role() == Layer.Role.LINE && sameBut(line.labels(), labels))
                .mapToInt(Line::colour)
                .findFirst()
                .orElse(0);
    }

    private boolean sameBut(Map<String, String> one, Map<String, String> other) {
        return words(one).equals(words(other));
    }

    private String words(Map<String, String> labels) {
        String words = labels.entrySet().stream()
                .filter(label -> !label.getKey().equals("__name__"))
                .map(label -> namesTenants || !TENANTS.contains(label.getKey())
                        ? label.getValue()
                        : "tenant " + tenants.computeIfAbsent(label.getValue(), name -> tenants.size() + 1))
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? labels.getOrDefault("__name__", "all") : words;
    }

    /** What a person should know of an answer that has more series than lines are drawn. */
    static String note(QueryAnswer answer) {
        int series = answer.series().size();
        return series <= MOST
                ? ""
                : "Drawn are the first %d of %,d series; name more labels, or ask for the five highest."
                        .formatted(MOST, series);
    }

    List<Line> all() {
        return lines;
    }

    /** Whether a layer has a series now that it had not, and there is room for its line. */
    boolean lack(List<QueryAnswer> answers) {
        for (int layer = 0; layer < answers.size(); layer++) {
            int of = layer;
            List<Map<String, String>> known = lines.stream()
                    .filter(line -> line.layer() == of)
                    .map(Line::labels)
                    .toList();
            if (known.size() < MOST
                    && answers.get(layer).series().stream().anyMatch(series -> !known.contains(series.labels()))) {
                return true;
            }
        }
        return false;
    }

    /** The points of a range. */
    Columns columns(List<QueryAnswer> answers) {
        TreeSet<Long> times = new TreeSet<>();
        List<@Nullable AnsweredSeries> columns = new ArrayList<>();
        for (Line line : lines) {
            AnsweredSeries series = of(answers, line);
            columns.add(series);
            long backMs = layers.get(line.layer()).back().toMillis();
            if (series != null) {
                for (long time : series.timestampsMs()) {
                    times.add(time + backMs);
                }
            }
        }
        List<@Nullable Double> values = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            fill(
                    values,
                    columns.get(i),
                    times,
                    layers.get(lines.get(i).layer()).back().toMillis());
        }
        return new Columns(times.stream().map(time -> time / 1_000.0).toList(), values);
    }

    private static void fill(
            List<@Nullable Double> values, @Nullable AnsweredSeries series, Set<Long> times, long backMs) {
        long[] own = series == null ? new long[0] : series.timestampsMs();
        int at = 0;
        for (long time : times) {
            boolean here = at < own.length && own[at] + backMs == time;
            values.add(here && series != null ? finite(series.values()[at++]) : null);
        }
    }

    /** The values of one moment. */
    List<@Nullable Double> row(List<QueryAnswer> answers) {
        List<@Nullable Double> row = new ArrayList<>();
        for (Line line : lines) {
            AnsweredSeries series = of(answers, line);
            row.add(series == null || series.values().length == 0 ? null : finite(series.values()[0]));
        }
        return row;
    }

    /** The newest value of a line. */
    @Nullable
    Double newest(List<QueryAnswer> answers, Line line) {
        AnsweredSeries series = of(answers, line);
        return series == null || series.values().length == 0
                ? null
                : finite(series.values()[series.values().length - 1]);
    }

    private static @Nullable AnsweredSeries of(List<QueryAnswer> answers, Line line) {
        return find(answers, line).orElse(null);
    }

    /** The series of a line, if it is there. */
    static Optional<AnsweredSeries> find(List<QueryAnswer> answers, Line line) {
        return answers.get(line.layer()).series().stream()
                .filter(series -> series.labels().equals(line.labels()))
                .findFirst();
    }

    /** The freshest of the layers that show the present, not a time before it. */
    Heard heard(List<QueryAnswer> answers) {
        Heard freshest = Heard.NOTHING;
        for (int layer = 0; layer < answers.size(); layer++) {
            Heard heard = answers.get(layer).heard();
            if (layers.get(layer).back().isZero() && heard.newestMs() > freshest.newestMs()) {
                freshest = heard;
            }
        }
        return freshest;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
