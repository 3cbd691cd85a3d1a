package io.novacron.goc.telemetry;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much telemetry is kept, and where.
 *
 * @param flushEvery how often folded rollups go to the database; a restart reads again what came since
 * @param windowPoints full-resolution points kept in memory for each series
 * @param seriesMost how many series are accepted; those already known go on when it is reached
 * @param retention how long 10-second rollups are kept
 */
@ConfigurationProperties("goc.telemetry")
public record TelemetrySettings(
        @DefaultValue("60s") Duration flushEvery,
        @DefaultValue("180") int windowPoints,
        @DefaultValue("500000") int seriesMost,
        @DefaultValue("6h") Duration retention) {

    public TelemetrySettings {
        if (flushEvery.toSeconds() < 1 || flushEvery.toMinutes() > 10) {
            throw new IllegalArgumentException("goc.telemetry.flush-every is %s; give 1s to 10m".formatted(flushEvery));
        }
        if (windowPoints < 10 || windowPoints > 100_000) {
            throw new IllegalArgumentException(
                    "goc.telemetry.window-points is %d; give 10 to 100000".formatted(windowPoints));
        }
        if (retention.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException("goc.telemetry.retention is %s; give at least 1h".formatted(retention));
        }
    }
}
