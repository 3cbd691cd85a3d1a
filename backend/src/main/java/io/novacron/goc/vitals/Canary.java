package io.novacron.goc.vitals;

import io.novacron.goc.kernel.Pulse;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.PointListener;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.SeriesKey;
import io.novacron.goc.telemetry.TelemetrySink;
import io.novacron.goc.telemetry.TelemetrySource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends a point twice a second and waits for it where everybody's points arrive. Its value is how long the one before
 * took, in seconds, so that the way itself can be charted.
 */
@Component
final class Canary implements TelemetrySource, PointListener {

    static final String NAME = "goc";
    static final SeriesKey SERIES = SeriesKey.of("goc_telemetry_delay_seconds");

    private static final Logger LOG = LoggerFactory.getLogger(Canary.class);
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final int NOT_YET = -1;

    private final SeriesCatalog catalog;
    private final Clock clock;
    private volatile int series = NOT_YET;
    private volatile Instant heardAt = Instant.EPOCH;
    private volatile double delaySeconds;
    private @Nullable Pulse pulse;

    Canary(SeriesCatalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /** When the newest point was sent that has come back. */
    Instant heardAt() {
        return heardAt;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(TelemetrySink sink) {
        series = catalog.resolve(SERIES, NAME).index();
        Pulse beating = new Pulse(
                "canary",
                EVERY,
                clock,
                overslept -> send(sink),
                e -> LOG.atWarn().setCause(e).log("the canary could not be sent; the next follows"));
        pulse = beating;
        beating.start();
    }

    /** A point that is refused needs no word here: the age of the last one that came through says it. */
    private void send(TelemetrySink sink) {
        Instant now = clock.instant();
        sink.accept(new PointBatch(
                NAME, now, new int[] {series}, new long[] {now.toEpochMilli()}, new double[] {delaySeconds}));
    }

    @Override
    public void folded(PointBatch batch) {
        if (batch.size() == 1
                && batch.series()[0] == series
                && batch.acceptedAt().isAfter(heardAt)) {
            heardAt = batch.acceptedAt();
            delaySeconds = Duration.between(heardAt, clock.instant()).toMillis() / 1_000.0;
        }
    }

    @Override
    public void close() {
        Pulse beating = pulse;
        if (beating != null) {
            beating.stop();
        }
    }
}
