package io.novacron.goc.analytics.stage;

import io.novacron.goc.analytics.detect.Detector;
import io.novacron.goc.analytics.detect.SameHourDetector;
import io.novacron.goc.analytics.detect.ThresholdDetector;
import io.novacron.goc.analytics.detect.ThresholdDetector.Rung;
import io.novacron.goc.intelligence.Cause;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is watched, by metric, and with which detectors. */
enum Indicator {
    ERRORS("service_error_ratio", "error ratio", "ratio", Cause.ERRORS, false),
    LATENCY("service_latency_p99_ms", "p99 latency", "ms", Cause.LATENCY, false),
    REQUESTS("service_requests_per_second", "request rate", "/s", Cause.DEVIATION, false),
    DISK("host_disk_latency_ms", "disk latency", "ms", Cause.SATURATION, true),
    MEMORY("host_memory_ratio", "memory in use", "ratio", Cause.SATURATION, true),
    STEAL("host_cpu_steal_ratio", "CPU taken by neighbours", "ratio", Cause.SATURATION, true);

    private static final double ERROR_FLOOR = 0.001;
    private static final double LATENCY_FLOOR_MS = 5;
    private static final double REQUEST_FLOOR = 1;

    private final String metric;
    private final String title;
    private final String unit;
    private final Cause cause;
    private final boolean ofHosts;

    Indicator(String metric, String title, String unit, Cause cause, boolean ofHosts) {
        this.metric = metric;
        this.title = title;
        this.unit = unit;
        this.cause = cause;
        this.ofHosts = ofHosts;
    }

    /** What the metric says at that place, or {@code null} when nobody watches it there. */
    static @Nullable Indicator of(String metric, Place place) {
        for (Indicator indicator : values()) {
            if (indicator.metric.equals(metric) && indicator.ofHosts == (place.host() != null)) {
                return indicator;
            }
        }
        return null;
    }

    String title() {
        return title;
    }

    String unit() {
        return unit;
    }

    /** What a finding of that detector is about. */
    Cause cause(Detector detector) {
        return detector instanceof SameHourDetector ? Cause.DEVIATION : cause;
    }

    List<Detector> detectors(AnalyticsSettings settings, Place place) {
        List<Detector> detectors = new ArrayList<>(2);
        // A zone speaks a sample later than its region, so that what is true of both is said of the region.
        int samples = place.zone() == null ? 2 : 3;
        switch (this) {
            case ERRORS -> {
                detectors.add(new ThresholdDetector(List.of(
                        new Rung(settings.errorCritical(), Severity.CRITICAL, samples, Duration.ZERO),
                        new Rung(settings.errorWarning(), Severity.WARNING, samples, settings.hold()))));
                detectors.add(sameHour(settings, ERROR_FLOOR, false));
            }
            case LATENCY -> {
                detectors.add(new ThresholdDetector(List.of(
                        new Rung(ms(settings.latencyHigh()), Severity.HIGH, samples, Duration.ZERO),
                        new Rung(ms(settings.latencyWarning()), Severity.WARNING, samples, settings.hold()))));
                detectors.add(sameHour(settings, LATENCY_FLOOR_MS, false));
            }
            case REQUESTS -> detectors.add(sameHour(settings, REQUEST_FLOOR, true));
            case DISK -> detectors.add(host(ms(settings.diskLatency()), settings));
            case MEMORY -> detectors.add(host(settings.memoryRatio(), settings));
            case STEAL -> detectors.add(host(settings.stealRatio(), settings));
        }
        return detectors;
    }

    private static double ms(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private static Detector sameHour(AnalyticsSettings settings, double floor, boolean bothWays) {
        return new SameHourDetector(floor, bothWays, settings.deviation(), settings.deviationHold());
    }

    private static Detector host(double limit, AnalyticsSettings settings) {
        return new ThresholdDetector(List.of(new Rung(limit, Severity.WARNING, 2, settings.hostHold())));
    }

    /** The value with its unit, for people. */
    String inWords(double value) {
        return switch (unit) {
            case "ratio" -> String.format(Locale.ROOT, "%.3g %%", value * 100);
            case "ms" -> String.format(Locale.ROOT, value < 100 ? "%.1f ms" : "%,.0f ms", value);
            default -> String.format(Locale.ROOT, value < 10 ? "%.2f %s" : "%,.0f %s", value, unit);
        };
    }
}
