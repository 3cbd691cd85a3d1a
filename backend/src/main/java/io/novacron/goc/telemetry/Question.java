package io.novacron.goc.telemetry;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a screen asks of one metric: a few lines that say how its series go.
 *
 * @param equal labels that must have these values
 * @param aggregation how many series become few
 * @param by the labels that stay; none for one line over all
 * @param rate ask for the change a second, as of counters
 */
public record Question(String metric, List<Label> equal, Aggregation aggregation, List<String> by, boolean rate) {

    private static final Duration SHORTEST_RANGE = Duration.ofMinutes(1);
    private static final int STEPS_A_RANGE = 4;

    /** How many series become few. */
    public enum Aggregation {
        AVG("average"),
        SUM("sum"),
        MIN("lowest"),
        MAX("highest"),
        COUNT("number of series"),
        MEDIAN("median"),
        P99("99th percentile"),
        TOP_5("five highest");

        private final String words;

        Aggregation(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    /** The same in PromQL, for steps of this width. */
    public String promql(Duration step) {
        String series = metric
                + equal.stream()
                        .map(label -> "%s=\"%s\""
                                .formatted(
                                        label.name(),
                                        label.value().replace("\\", "\\\\").replace("\"", "\\\"")))
                        .collect(Collectors.joining(",", "{", "}"));
        if (rate) {
            Duration steps = step.multipliedBy(STEPS_A_RANGE);
            Duration range = steps.compareTo(SHORTEST_RANGE) > 0 ? steps : SHORTEST_RANGE;
            series = "rate(%s[%ds])".formatted(series, range.toSeconds());
        }
        String grouping = by.isEmpty() ? "" : " by (%s)".formatted(String.join(", ", by));
        return switch (aggregation) {
            case MEDIAN -> "quantile%s (0.5, %s)".formatted(grouping, series);
            case P99 -> "quantile%s (0.99, %s)".formatted(grouping, series);
            case TOP_5 ->
                by.isEmpty() ? "topk(5, %s)".formatted(series) : "topk(5, max%s (%s))".formatted(grouping, series);
            default -> "%s%s (%s)".formatted(aggregation.name().toLowerCase(Locale.ROOT), grouping, series);
        };
    }
}
