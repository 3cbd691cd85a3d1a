package io.novacron.goc.vitals;

import io.novacron.goc.kernel.Pulse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Asks the database twice a second for a sign of life. */
@Component
final class DatabaseProbe implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseProbe.class);
    private static final Duration EVERY = Duration.ofMillis(500);

    private final VitalsStore store;
    private final Clock clock;
    private final Pulse pulse;
    private volatile Instant answeredAt = Instant.EPOCH;

    DatabaseProbe(VitalsStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.pulse = new Pulse(
                "database-probe",
                EVERY,
                clock,
                overslept -> ask(),
                e -> LOG.atDebug().setCause(e).log("the database gave no sign of life"));
    }

    /** When the newest question was asked that was answered. */
    Instant answeredAt() {
        return answeredAt;
    }

    void ask() {
        Instant asked = clock.instant();
        store.touch();
        answeredAt = asked;
    }

    @Override
    public void start() {
        pulse.start();
    }

    @Override
    public void stop() {
        pulse.stop();
    }

    @Override
    public boolean isRunning() {
        return pulse.isRunning();
    }
}
