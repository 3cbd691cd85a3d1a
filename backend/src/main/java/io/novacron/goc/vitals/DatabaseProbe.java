package io.novacron.goc.vitals;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks the database twice a second for a sign of life. */
@Component
class DatabaseProbe {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseProbe.class);

    private final VitalsStore store;
    private final Clock clock;
    private volatile Instant answeredAt = Instant.EPOCH;

    DatabaseProbe(VitalsStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** When the newest question was asked that was answered. */
    Instant answeredAt() {
        return answeredAt;
    }

    /** A refusal needs no word here: the age of the last answer says it. */
    @Scheduled(fixedDelayString = "PT0.5S")
    void ask() {
        Instant asked = clock.instant();
        try {
            store.touch();
            answeredAt = asked;
        } catch (DataAccessException e) {
            LOG.atDebug().setCause(e).log("the database gave no sign of life");
        }
    }
}
