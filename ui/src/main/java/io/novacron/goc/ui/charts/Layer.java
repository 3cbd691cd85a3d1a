package io.novacron.goc.ui.charts;

import io.novacron.goc.telemetry.Label;
import io.novacron.goc.telemetry.SeriesKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One expression of a chart; each series of its answer is a line.
 *
 * @param label how a line is called; empty when its own labels say it best
 * @param back how long before the time that is shown it is asked for: to compare with yesterday
 * @param key the one series that it is about, if it is about one only: then its points come as they are measured
 */
public record Layer(
        String label,
        String expression,
        Duration back,
        Role role,
        @Nullable SeriesKey key) {

    /** How the lines of a layer are drawn. */
    public enum Role {
        LINE,
        COMPARED,
        /** the edges of a band: the least and the most of what a point stands for */
        LOW,
        HIGH;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An expression whose lines are called by their labels. */
    public static Layer of(String expression) {
        return new Layer("", expression, Duration.ZERO, Role.LINE, null);
    }

    /** One series. */
    public static Layer of(String label, SeriesKey key) {
        return new Layer(label, selector(key), Duration.ZERO, Role.LINE, key);
    }

    /** The same so long before. */
    public Layer before(Duration time, String words) {
        return new Layer(words, expression, time, Role.COMPARED, null);
    }

    /**
     * The same with a point for all that was measured in so long before it, which a step may leave out otherwise.
     *
     * @param of {@code avg}, {@code min} or {@code max}
     */
    Layer over(String of, Duration time, Role as, String words) {
        String expression = "%s_over_time(%s[%ds])".formatted(of, this.expression, time.toSeconds());
        return new Layer(words, expression, back, as, key);
    }

    /** Exactly this series: not those of its parts, which have its labels and more. */
    private static String selector(SeriesKey key) {
        List<String> matchers = new ArrayList<>();
        for (Label label : key.labels()) {
            matchers.add("%s=\"%s\""
                    .formatted(label.name(), label.value().replace("\\", "\\\\").replace("\"", "\\\"")));
        }
        Stream.of("zone", "host", "vm")
                .filter(part -> key.label(part) == null)
                .forEach(part -> matchers.add(part + "=\"\""));
        return key.metric() + matchers.stream().collect(Collectors.joining(",", "{", "}"));
    }
}
