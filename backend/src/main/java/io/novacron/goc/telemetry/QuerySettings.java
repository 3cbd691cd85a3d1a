package io.novacron.goc.telemetry;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one query may cost.
 *
 * @param seriesMost how many series a selector may find
 * @param pointsMost how many points a query may look at
 * @param longest how long a query may compute
 */
@ConfigurationProperties("goc.telemetry.query")
public record QuerySettings(
        @DefaultValue("20000") int seriesMost,
        @DefaultValue("50000000") long pointsMost,
        @DefaultValue("30s") Duration longest) {

    public QuerySettings {
        if (seriesMost < 1 || pointsMost < 1 || longest.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "goc.telemetry.query has a limit below 1: series-most %d, points-most %d, longest %s"
                            .formatted(seriesMost, pointsMost, longest));
        }
    }
}
