package io.novacron.goc.streaming.lines;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Doors without tokens, for networks that are trusted. They listen where the screens do.
 *
 * @param graphitePort TCP port for Graphite's plain text; 0 for none
 * @param statsdPort UDP port for StatsD; 0 for none
 * @param cloudEvents whether CloudEvents are taken at {@code /api/v1/events}; this door asks for a token
 * @param connectionsMost how many Graphite senders may be connected at once
 * @param namesMost how many StatsD names are counted at once
 * @param flushEvery how often what StatsD counted becomes points
 */
@ConfigurationProperties("goc.lines")
public record LineSettings(
        @DefaultValue("0") int graphitePort,
        @DefaultValue("0") int statsdPort,
        @DefaultValue("false") boolean cloudEvents,
        @DefaultValue("200") int connectionsMost,
        @DefaultValue("50000") int namesMost,
        @DefaultValue("10s") Duration flushEvery) {

    public LineSettings {
        if (graphitePort < 0 || graphitePort > 65_535 || statsdPort < 0 || statsdPort > 65_535) {
            throw new IllegalArgumentException(
                    "goc.lines.graphite-port is %d and goc.lines.statsd-port %d; give 0 to 65535"
                            .formatted(graphitePort, statsdPort));
        }
        if (connectionsMost < 1 || namesMost < 1 || flushEvery.toMillis() < 1_000) {
            throw new IllegalArgumentException(
                    "goc.lines has a limit that lets nobody in: connections-most %d, names-most %d, flush-every %s"
                            .formatted(connectionsMost, namesMost, flushEvery));
        }
    }
}
