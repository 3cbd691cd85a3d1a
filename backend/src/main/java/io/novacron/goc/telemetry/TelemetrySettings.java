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
 * @param retention how long 10-second rollups are kept, until somebody sets it on the page of history
 * @param retentionMinutes how long 1-minute rollups are kept, likewise
 * @param retentionHours how long 1-hour rollups are kept, likewise
 */
@ConfigurationProperties("goc.telemetry")
public record TelemetrySettings(
        @DefaultValue("60s") Duration flushEvery,
        @DefaultValue("15m") Duration window,
        @DefaultValue("256MB") DataSize windowMemory,
        @DefaultValue("500000") int seriesMost,
        @DefaultValue("6h") Duration retention,
        @DefaultValue("30d") Duration retentionMinutes,
        @DefaultValue("730d") Duration retentionHours) {

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
        if (retention.toHours() < 3) {
            throw new IllegalArgumentException(
                    "goc.telemetry.retention is %s; give at least 3h, for minutes are made of it".formatted(retention));
        }
        if (retentionMinutes.toDays() < 2 || retentionHours.toDays() < 2) {
            throw new IllegalArgumentException(
                    "goc.telemetry.retention-minutes is %s and retention-hours %s; give at least 2d"
                            .formatted(retentionMinutes, retentionHours));
        }
    }
}
