package io.novacron.goc.ui.telemetry;

import io.novacron.goc.telemetry.Question;
import io.novacron.goc.telemetry.Question.Aggregation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The unit of what is asked, as the name of its metric says it by the conventions of Prometheus. */
final class Units {

    private static final List<Map.Entry<String, String>> ENDINGS = List.of(
            Map.entry("_bytes_per_second", "B/s"),
            Map.entry("_per_second", "/s"),
            Map.entry("_ratio", "ratio"),
            Map.entry("_percent", "%"),
            Map.entry("_bytes", "B"),
            Map.entry("_ms", "ms"),
            Map.entry("_milliseconds", "ms"),
            Map.entry("_seconds", "s"));

    private Units() {}

    /** As charts know it; empty when the name does not say. */
    static String of(Optional<Question> asked) {
        return asked.map(Units::of).orElse("");
    }

    private static String of(Question question) {
        if (question.aggregation() == Aggregation.COUNT) {
            return "";
        }
        String name = question.metric();
        if (question.rate()) {
            return name.endsWith("_bytes_total") ? "B/s" : name.endsWith("_seconds_total") ? "ratio" : "/s";
        }
        return ENDINGS.stream()
                .filter(ending -> name.endsWith(ending.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
