package io.novacron.goc.telemetry;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which series keep quantiles of their history.
 *
 * @param metrics names of metrics, in which * stands for any characters; their rollups carry a sketch each, from which
 *     quantiles are told within one percent
 */
@ConfigurationProperties("goc.telemetry.sketch")
public record SketchSettings(@DefaultValue List<String> metrics) {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:*][a-zA-Z0-9_:*]*");

    public SketchSettings {
        metrics.forEach(each -> {
            if (!NAME.matcher(each).matches()) {
                throw new IllegalArgumentException(
                        "goc.telemetry.sketch.metrics has '%s'; give names of metrics, with * for any characters"
                                .formatted(each));
            }
        });
        metrics = List.copyOf(metrics);
    }

    /** Whether series of this metric ask for sketches. */
    public boolean asks(String metric) {
        return metrics.stream().anyMatch(each -> matches(each, 0, metric, 0));
    }

    private static boolean matches(String pattern, int at, String name, int from) {
        if (at == pattern.length()) {
            return from == name.length();
        }
        if (pattern.charAt(at) == '*') {
            return matches(pattern, at + 1, name, from) || from < name.length() && matches(pattern, at, name, from + 1);
        }
        return from < name.length()
                && pattern.charAt(at) == name.charAt(from)
                && matches(pattern, at + 1, name, from + 1);
    }
}
