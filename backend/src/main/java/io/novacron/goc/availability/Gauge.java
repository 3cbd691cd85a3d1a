package io.novacron.goc.availability;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The service-level series that decide over health, by the metric that carries them. */
enum Gauge {
    REQUESTS("service_requests_per_second", "requests"),
    ERRORS("service_error_ratio", "error ratio"),
    LATENCY("service_latency_p99_ms", "p99 latency"),
    HOSTS_UP("zone_hosts_up", "hosts up"),
    HOSTS_TOTAL("zone_hosts_total", "hosts");

    private final String metric;
    private final String title;

    Gauge(String metric, String title) {
        this.metric = metric;
        this.title = title;
    }

    static @Nullable Gauge of(String metric) {
        for (Gauge gauge : values()) {
            if (gauge.metric.equals(metric)) {
                return gauge;
            }
        }
        return null;
    }

    /** Whether a place is unknown when this is not heard. */
    boolean decides() {
        return this == ERRORS || this == LATENCY;
    }

    double degradedFrom(AvailabilitySettings settings) {
        return this == ERRORS
                ? settings.errorDegraded()
                : settings.latencyDegraded().toMillis();
    }

    double criticalFrom(AvailabilitySettings settings) {
        return this == ERRORS
                ? settings.errorCritical()
                : settings.latencyCritical().toMillis();
    }

    /** {@code error ratio 7.2 % is over its limit of 5 %}. */
    String complaint(double value, double limit) {
        return "%s %s, limit %s".formatted(title, inWords(value), inWords(limit));
    }

    private String inWords(double value) {
        return this == ERRORS
                ? String.format(Locale.ROOT, "%.3g %%", value * 100)
                : String.format(Locale.ROOT, "%,.0f ms", value);
    }
}
