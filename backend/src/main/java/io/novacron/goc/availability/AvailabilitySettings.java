package io.novacron.goc.availability;

import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What counts as healthy, and what was promised.
 *
 * @param objective promised availability in percent; six nines leave 31.5 seconds a year
 * @param errorDegraded error ratio from which a place is degraded
 * @param errorCritical error ratio from which a place is critical
 * @param latencyDegraded 99th percentile of the answer time from which a place is degraded
 * @param latencyCritical 99th percentile of the answer time from which a place is critical
 * @param hostsUpDegraded share of a zone's hosts in use below which the zone is degraded
 * @param badSamples bad samples in a row that make an indicator worse
 * @param calmFor how long an indicator must be better before it counts as better
 * @param silenceIntervals missed intervals after which a source is unknown
 * @param evaluateEvery how often states are worked out when nothing asks for it sooner
 * @param retention how long the ledger of minutes and the changes of state are kept
 */
@ConfigurationProperties("goc.availability")
public record AvailabilitySettings(
        @DefaultValue("99.9999") BigDecimal objective,
        @DefaultValue("0.01") double errorDegraded,
        @DefaultValue("0.05") double errorCritical,
        @DefaultValue("800ms") Duration latencyDegraded,
        @DefaultValue("2s") Duration latencyCritical,
        @DefaultValue("0.75") double hostsUpDegraded,
        @DefaultValue("2") int badSamples,
        @DefaultValue("30s") Duration calmFor,
        @DefaultValue("2.5") double silenceIntervals,
        @DefaultValue("250ms") Duration evaluateEvery,
        @DefaultValue("400d") Duration retention) {

    public AvailabilitySettings {
        if (objective.signum() <= 0 || objective.compareTo(BigDecimal.valueOf(100)) >= 0) {
            throw new IllegalArgumentException(
                    "goc.availability.objective is %s; give a percentage above 0 and below 100".formatted(objective));
        }
        if (!(errorDegraded > 0 && errorDegraded <= errorCritical && errorCritical <= 1)) {
            throw new IllegalArgumentException(
                    "goc.availability.error-degraded %s and error-critical %s must rise within 0 to 1"
                            .formatted(errorDegraded, errorCritical));
        }
        if (latencyDegraded.compareTo(latencyCritical) > 0 || latencyDegraded.isNegative()) {
            throw new IllegalArgumentException("goc.availability.latency-degraded %s is above latency-critical %s"
                    .formatted(latencyDegraded, latencyCritical));
        }
        if (badSamples < 1 || badSamples > 100) {
            throw new IllegalArgumentException(
                    "goc.availability.bad-samples is %d; give 1 to 100".formatted(badSamples));
        }
        if (!(silenceIntervals >= 1 && silenceIntervals <= 100)) {
            throw new IllegalArgumentException(
                    "goc.availability.silence-intervals is %s; give 1 to 100".formatted(silenceIntervals));
        }
        if (evaluateEvery.toMillis() < 50 || evaluateEvery.toSeconds() > 10) {
            throw new IllegalArgumentException(
                    "goc.availability.evaluate-every is %s; give 50ms to 10s".formatted(evaluateEvery));
        }
        if (retention.toDays() < 2) {
            throw new IllegalArgumentException(
                    "goc.availability.retention is %s; give at least 2d".formatted(retention));
        }
    }
}
