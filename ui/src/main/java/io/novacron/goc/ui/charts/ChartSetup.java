package io.novacron.goc.ui.charts;

import io.novacron.goc.telemetry.SeriesKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a chart shows.
 *
 * @param unit {@code ratio}, {@code ms}, {@code B/s}, or any word
 * @param intervalSeconds how often a point is expected until it is known; twice that without one is STALE
 * @param fit fit the axis to the values instead of beginning at zero
 * @param tools offer the figures as a table and as CSV
 * @param ahead look ahead by a quarter of the span
 */
public record ChartSetup(
        String title,
        String unit,
        List<Layer> layers,
        int intervalSeconds,
        List<Threshold> thresholds,
        boolean fit,
        boolean tools,
        boolean ahead) {

    private static final Duration COARSE = Duration.ofSeconds(10);
    /** A sample comes later than its interval by so small a part of it at most. */
    private static final int LATE_PART = 5;

    /** One series that comes once a second. */
    public static ChartSetup of(String title, String unit, SeriesKey key) {
        return of(title, unit, List.of(Layer.of(title, key)));
    }

    public static ChartSetup of(String title, String unit, List<Layer> layers) {
        return new ChartSetup(title, unit, layers, 1, List.of(), false, false, false);
    }

    public ChartSetup with(Threshold... limits) {
        return new ChartSetup(title, unit, layers, intervalSeconds, List.of(limits), fit, tools, ahead);
    }

    public ChartSetup every(int seconds) {
        return new ChartSetup(title, unit, layers, seconds, thresholds, fit, tools, ahead);
    }

    /** With the axis fitted to the values, and the figures to take away. */
    public ChartSetup toExplore() {
        return new ChartSetup(title, unit, layers, intervalSeconds, thresholds, true, true, ahead);
    }

    /** With where its lines lead. */
    public ChartSetup lookingAhead() {
        return new ChartSetup(title, unit, layers, intervalSeconds, thresholds, fit, tools, true);
    }

    /** The series of its layers, if each is about one only; otherwise none. */
    List<SeriesKey> keys() {
        List<SeriesKey> keys =
                layers.stream().map(Layer::key).filter(Objects::nonNull).toList();
        return keys.size() == layers.size() ? keys : List.of();
    }

    /**
     * The layers to ask for at steps of this width. A series is averaged over what a point stands for; where that is
     * much, a single one gets a band of the least and the most.
     */
    List<Layer> layers(Duration step) {
        List<SeriesKey> keys = keys();
        if (keys.isEmpty() || (intervalSeconds <= 1 && step.compareTo(COARSE) < 0)) {
            return layers;
        }
        Duration interval = Duration.ofSeconds(intervalSeconds + Math.ceilDiv(intervalSeconds, LATE_PART));
        Duration stands = step.compareTo(interval) > 0 ? step : interval;
        List<Layer> asked = new ArrayList<>();
        layers.forEach(layer -> asked.add(layer.over("avg", stands, layer.role(), layer.label())));
        if (layers.size() == 1 && step.compareTo(interval) > 0) {
            Layer only = layers.getFirst();
            asked.add(only.over("min", stands, Layer.Role.LOW, "lowest"));
            asked.add(only.over("max", stands, Layer.Role.HIGH, "highest"));
        }
        return asked;
    }
}
