package io.novacron.goc.ui.live;

import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.fleet.Region;
import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.telemetry.Rollup;
import io.novacron.goc.telemetry.SeriesKey;
import io.novacron.goc.telemetry.Telemetry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Tells the board after a start of the errors before it, so that a restart leaves no hole in its lines. */
@Service
final class QuarterBefore {

    private static final Logger LOG = LoggerFactory.getLogger(QuarterBefore.class);
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final Fleet fleet;
    private final Telemetry telemetry;
    private final LiveHub hub;
    private final Clock clock;
    private boolean told;

    QuarterBefore(Fleet fleet, Telemetry telemetry, LiveHub hub, Clock clock) {
        this.fleet = fleet;
        this.telemetry = telemetry;
        this.hub = hub;
        this.clock = clock;
    }

    /** Once, when the reader has caught up with what came while nobody was here; again while the database is away. */
    @Scheduled(initialDelayString = "PT15S", fixedDelayString = "PT30S")
    synchronized void recall() {
        if (told) {
            return;
        }
        Instant now = clock.instant();
        TimeRange quarter = new TimeRange(now.minus(QUARTER), now);
        try {
            List<List<Rollup>> errors = fleet.regions().stream()
                    .map(region -> telemetry.history(key(region), quarter))
                    .toList();
            hub.recall(errors);
            told = true;
        } catch (DataAccessException e) {
            LOG.atDebug().setCause(e).log("the lines of the board begin with this start until the database answers");
        }
    }

    private static SeriesKey key(Region region) {
        return SeriesKey.of("service_error_ratio", "region", region.id().value());
    }
}
