package io.novacron.goc.telemetry;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much telemetry is kept, and where.
 *
 * @param flushEvery how often folded rollups go to the database; a restart reads again what came since
 * @param window how long points are kept in memory at full resolution
 * @param windowMemory memory for them; when it is short, the window becomes shorter for all series alike
 * @param seriesMost how many series are accepted; those already known go on when it is reached
 * @param retention how long 10-second rollups are kept
 */
@ConfigurationProperties("goc.telemetry")
public record TelemetrySettings(
        @DefaultValue("60s") Duration flushEvery,
        @DefaultValue("15m") Duration window,
        @DefaultValue("256MB") DataSize windowMemory,
        @DefaultValue("500000") int seriesMost,
        @DefaultValue("6h") Duration retention) {

    public TelemetrySettings {
        if (flushEvery.toSeconds() < 1 || flushEvery.toMinutes() > 10) {
            throw new IllegalArgumentException("goc.telemetry.flush-every is %s; give 1s to 10m".formatted(flushEvery));
        }
        if (window.toSeconds() < 60 || window.toHours() > 24) {
            throw new IllegalArgumentException("goc.telemetry.window is %s; give 1m to 24h".formatted(window));
        }
        if (windowMemory.toMegabytes() < 16 || windowMemory.toGigabytes() > 64) {
            throw new IllegalArgumentException(
                    "goc.telemetry.window-memory is %s; give 16MB to 64GB".formatted(windowMemory));
        }
        if (retention.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException("goc.telemetry.retention is %s; give at least 1h".formatted(retention));
        }
    }
}
