package io.novacron.goc.ui.shell;

import io.novacron.goc.telemetry.SeriesKey;
import io.novacron.goc.ui.live.LiveSeries;
import java.util.List;

/** A chart that shows the last minutes of a few series and follows them. */
public final class LiveChart extends ClientElement {

    private static final long serialVersionUID = 1L;

    /**
     * What to show.
     *
     * @param unit {@code ratio}, {@code ms}, {@code B/s}, or any word
     * @param labels one for each series
     * @param intervalSeconds how often a point is expected; twice that without one is STALE
     */
    public record Setup(
            String title,
            String unit,
            List<String> labels,
            List<SeriesKey> keys,
            int windowSeconds,
            int intervalSeconds,
            List<Threshold> thresholds) {

        /** One series that comes once a second. */
        public static Setup of(String title, String unit, SeriesKey key) {
            return new Setup(title, unit, List.of(title), List.of(key), 180, 1, List.of());
        }

        public Setup with(Threshold... limits) {
            return new Setup(title, unit, labels, keys, windowSeconds, intervalSeconds, List.of(limits));
        }

        public Setup every(int seconds, int window) {
            return new Setup(title, unit, labels, keys, window, seconds, thresholds);
        }
    }

    /** A line that should not be crossed. */
    public record Threshold(double value, String label, String severity) {}

    /** What the element is told once. */
    private record Configuration(
            String title,
            String unit,
            List<Label> series,
            int windowSeconds,
            int intervalSeconds,
            List<Threshold> thresholds) {

        record Label(String label) {}
    }

    public LiveChart(Setup setup, LiveSeries feed) {
        super("goc-live-chart");
        addClassName("goc-chart");
        addAttachListener(attached -> {
            callWithJson(
                    "setup",
                    new Configuration(
                            setup.title(),
                            setup.unit(),
                            setup.labels().stream()
                                    .map(Configuration.Label::new)
                                    .toList(),
                            setup.windowSeconds(),
                            setup.intervalSeconds(),
                            setup.thresholds()));
            load(feed.past(setup.keys()));
        });
        feed.follow(this, setup.keys(), point -> call("push", point.timeMs() / 1_000.0, boxed(point.values())));
    }

    private void load(LiveSeries.Past past) {
        double[] times = new double[past.timesMs().length];
        for (int i = 0; i < times.length; i++) {
            times[i] = past.timesMs()[i] / 1_000.0;
        }
        double[] all = new double[times.length * past.values().length];
        for (int series = 0; series < past.values().length; series++) {
            System.arraycopy(past.values()[series], 0, all, series * times.length, times.length);
        }
        call("load", boxed(times), boxed(all));
    }

    /** As a list, in which what is not a number is null: JSON has no NaN. */
    private static List<Double> boxed(double[] values) {
        java.util.ArrayList<Double> list = new java.util.ArrayList<>(values.length);
        for (double value : values) {
            list.add(Double.isFinite(value) ? value : null);
        }
        return list;
    }
}
