package io.novacron.goc.intelligence;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.Severity;
import io.novacron.goc.kernel.TimeRange;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what detectors found and tells the rooms above, each in one transaction. */
@Service
public class Findings {

    private final FindingStore store;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Findings(
            FindingStore store,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Stores a new finding. */
    public Finding record(Finding finding) {
        transaction.executeWithoutResult(status -> {
            store.insert(finding);
            events.publishEvent(new FindingRecorded(finding, clock.instant()));
        });
        return finding;
    }

    /**
     * Says that an open finding grew worse. One that is as bad already, or over, is returned as it stands.
     *
     * @throws OperationsException NOT_FOUND when there is no such finding
     */
    public Finding escalate(UUID id, Severity severity, double seen, String explanation) {
        Finding known = existing(id);
        if (!known.open() || !severity.worseThan(known.severity())) {
            return known;
        }
        Finding worse = known.escalated(severity, seen, explanation);
        transaction.executeWithoutResult(status -> {
            if (store.update(worse)) {
                events.publishEvent(new FindingEscalated(worse, clock.instant()));
            }
        });
        return worse;
    }

    /**
     * Says that the trouble is over. Saying it twice does no harm.
     *
     * @throws OperationsException NOT_FOUND when there is no such finding
     */
    public void end(UUID id, Instant at) {
        Finding known = existing(id);
        if (!known.open()) {
            return;
        }
        Finding over = known.ended(at.isBefore(known.since()) ? known.since() : at);
        transaction.executeWithoutResult(status -> {
            if (store.update(over)) {
                events.publishEvent(new FindingEnded(over, clock.instant()));
            }
        });
    }

    /** What is wrong now, oldest first. */
    public List<Finding> open() {
        return store.open();
    }

    /** Findings that were open at some time of the range, newest first. */
    public List<Finding> recent(TimeRange range, int most) {
        return store.recent(range, most);
    }

    /** Findings at a place or in a part of it that were open at some time of the range, newest first. */
    public List<Finding> at(Place place, TimeRange range, int most) {
        return store.at(place, range, most);
    }

    public Optional<Finding> find(UUID id) {
        return store.find(id);
    }

    private Finding existing(UUID id) {
        return store.find(id)
                .orElseThrow(() -> new OperationsException(
                        ErrorCode.NOT_FOUND, "there is no finding %s; look at the list of findings".formatted(id)));
    }
}
