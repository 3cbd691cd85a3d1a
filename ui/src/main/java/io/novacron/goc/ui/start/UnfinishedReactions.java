package io.novacron.goc.ui.start;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Gives another try to reactions that failed, for instance because the database was away or busy: an incident that was
 * not opened must not wait until somebody starts the house again.
 */
@Component
final class UnfinishedReactions {

    private static final Duration OLDER_THAN = Duration.ofMinutes(1);

    /** A reaction that fails so often fails for a reason of its own; it is tried again at the next start. */
    private static final int TRIES_MOST = 100;

    private final IncompleteEventPublications events;
    private final ThreadPoolTaskExecutor reactions;
    private final Clock clock;

    UnfinishedReactions(
            IncompleteEventPublications events, ThreadPoolTaskExecutor applicationTaskExecutor, Clock clock) {
        this.events = events;
        this.reactions = applicationTaskExecutor;
        this.clock = clock;
    }

    /** Every reaction may run twice; but as long as some wait for their first try, none is handed in again. */
    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT1M")
    void tryAgain() {
        if (reactions.getThreadPoolExecutor().getQueue().isEmpty()) {
            Instant before = clock.instant().minus(OLDER_THAN);
            events.resubmitIncompletePublications(
                    event -> event.getPublicationDate().isBefore(before) && event.getCompletionAttempts() < TRIES_MOST);
        }
    }
}
