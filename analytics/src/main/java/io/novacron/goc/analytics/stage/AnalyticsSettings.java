package io.novacron.goc.analytics.stage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When detectors speak up.
 *
 * @param errorCritical error ratio from which a finding is critical, after two samples
 * @param errorWarning error ratio from which a finding is a warning, after {@code hold}
 * @param latencyHigh 99th percentile of the answer time from which a finding is high, after two samples
 * @param latencyWarning 99th percentile of the answer time from which a finding is a warning, after {@code hold}
 * @param hold how long a lesser excess must last
 * @param hostHold how long an excess on a single host must last
 * @param diskLatency disk latency of a host that is too slow
 * @param memoryRatio share of a host's memory in use that is too much
 * @param stealRatio share of a host's CPU taken by neighbours that is too much
 * @param deviation robust distance from the usual value of the hour that is odd
 * @param deviationHold how long it must last
 * @param silenceIntervals missed intervals after which a source is silent
 * @param calmFor how long samples must be clean before a finding ends
 */
@ConfigurationProperties("goc.analytics")
public record AnalyticsSettings(
        @DefaultValue("0.05") double errorCritical,
        @DefaultValue("0.01") double errorWarning,
        @DefaultValue("2s") Duration latencyHigh,
        @DefaultValue("800ms") Duration latencyWarning,
        @DefaultValue("10s") Duration hold,
        @DefaultValue("20s") Duration hostHold,
        @DefaultValue("25ms") Duration diskLatency,
        @DefaultValue("0.9") double memoryRatio,
        @DefaultValue("0.15") double stealRatio,
        @DefaultValue("6") double deviation,
        @DefaultValue("30s") Duration deviationHold,
        @DefaultValue("2.5") double silenceIntervals,
        @DefaultValue("30s") Duration calmFor) {

    public AnalyticsSettings {
        ordered("error-warning", errorWarning, "error-critical", errorCritical);
        ordered("latency-warning", latencyWarning.toNanos() / 1e6, "latency-high", latencyHigh.toNanos() / 1e6);
        if (!(deviation >= 1)) {
            throw new IllegalArgumentException("goc.analytics.deviation is %s; give at least 1".formatted(deviation));
        }
        if (!(silenceIntervals >= 1)) {
            throw new IllegalArgumentException(
                    "goc.analytics.silence-intervals is %s; give at least 1".formatted(silenceIntervals));
        }
    }

    private static void ordered(String lower, double low, String upper, double high) {
        if (!(low > 0 && low <= high)) {
            throw new IllegalArgumentException("goc.analytics.%s %s must be above 0 and at most goc.analytics.%s %s"
                    .formatted(lower, low, upper, high));
        }
    }
}
