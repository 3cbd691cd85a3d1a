package io.novacron.goc.alerts;

import io.novacron.goc.intelligence.Finding;
import io.novacron.goc.intelligence.Findings;
import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists alerts and lets people claim them. */
@Service
public class Alerts {

    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final int FINDINGS_MOST = 2_000;
    private static final int NOTE_LONGEST = 1_000;

    private final AlertStore store;
    private final Findings findings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Alerts(
            AlertStore store,
            Findings findings,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.transaction = new TransactionTemplate(transactions);
        this.store = store;
        this.findings = findings;
        this.events = events;
        this.clock = clock;
    }

    /** Alerts that are not resolved, newest first. */
    public List<Alert> open() {
        return store.open();
    }

    /** The last alerts in whatever state, newest first. */
    public List<Alert> recent(int most) {
        return store.recent(most);
    }

    /** Alerts of a region that are not resolved, oldest first. */
    public List<Alert> openIn(RegionId region) {
        return store.openIn(region);
    }

    /**
     * Alerts of a place that were open at some time of the range, newest first: for a zone or host those that hold a
     * finding there.
     */
    public List<Alert> at(Place place, TimeRange range, int most) {
        List<Alert> ofRegion = store.within(place.region(), range, most);
        if (place.zone() == null || ofRegion.isEmpty()) {
            return ofRegion;
        }
        Set<UUID> here = store.holding(findings.at(place, range, FINDINGS_MOST).stream()
                .map(Finding::id)
                .toList());
        return ofRegion.stream().filter(alert -> here.contains(alert.id())).toList();
    }

    public Optional<Alert> find(UUID id) {
        return store.find(id);
    }

    /** What the alert stands for. */
    public List<Finding> findings(UUID alert) {
        return store.findingIds(alert).stream()
                .map(findings::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Claims an alert for a time.
     *
     * @param expectedVersion the version that was seen
     * @throws OperationsException NOT_FOUND; INVALID_INPUT when it lasts less than 5 minutes or more than 7 days or the
     *     note is too long; CONFLICT when it has changed since or is resolved
     */
    @Transactional
    public Alert acknowledge(UUID id, long expectedVersion, Actor by, String note, Duration lasts) {
        if (lasts.compareTo(SHORTEST) < 0 || lasts.compareTo(LONGEST) > 0) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "an acknowledgement of %d minutes is asked for; 5 minutes to 7 days are allowed"
                            .formatted(lasts.toMinutes()));
        }
        if (note.length() > NOTE_LONGEST) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "the note has %d characters; at most %d are kept".formatted(note.length(), NOTE_LONGEST));
        }
        Alert alert = existing(id);
        Instant now = clock.instant();
        boolean possible = alert.version() == expectedVersion
                && alert.state().after(AlertState.Happening.ACKNOWLEDGED).isPresent();
        if (!possible || !store.acknowledge(alert, new Acknowledgement(by.name(), note, now, now.plus(lasts)))) {
            throw changed(existing(id));
        }
        Alert claimed = existing(id);
        String detail = "for %d min: %s".formatted(lasts.toMinutes(), note);
        events.publishEvent(new AlertAcknowledged(claimed, "alerts.acknowledge", detail, by, now));
        return claimed;
    }

    /**
     * Gives a claim back: the alert fires again.
     *
     * @throws OperationsException NOT_FOUND; CONFLICT when nobody claims it
     */
    @Transactional
    public Alert unacknowledge(UUID id, Actor by) {
        Alert alert = existing(id);
        fireAgain(alert, "alerts.unacknowledge", by);
        return existing(id);
    }

    /** Lets alerts fire again whose claim has expired. */
    @Scheduled(fixedDelayString = "PT5S")
    public void expireAcknowledgements() {
        // Each in its own transaction: two alerts and the audit trail locked at once could meet somebody locking them
        // the other way.
        for (Alert seen : store.expired(clock.instant())) {
            transaction.executeWithoutResult(status -> store.hold(seen.id())
                    .filter(alert -> alert.version() == seen.version())
                    .ifPresent(alert -> fireAgain(alert, "alerts.acknowledgement-expired", Actor.machine("alerts"))));
        }
    }

    private void fireAgain(Alert alert, String action, Actor by) {
        Instant now = clock.instant();
        AlertState next =
                alert.state().after(AlertState.Happening.UNACKNOWLEDGED).orElseThrow(() -> changed(alert));
        if (!store.change(alert, next, alert.severity(), alert.title(), now)) {
            throw changed(existing(alert.id()));
        }
        Acknowledgement ack = alert.ack();
        events.publishEvent(new AlertAcknowledged(
                existing(alert.id()), action, ack == null ? "" : "was claimed by " + ack.owner(), by, now));
    }

    private Alert existing(UUID id) {
        return store.find(id)
                .orElseThrow(() -> new OperationsException(ErrorCode.NOT_FOUND, "there is no alert %s".formatted(id)));
    }

    private static OperationsException changed(Alert now) {
        Acknowledgement ack = now.ack();
        String how = switch (now.state()) {
            case RESOLVED -> "resolved at " + now.resolvedAt();
            case ACKNOWLEDGED -> "acknowledged by " + (ack == null ? "somebody" : ack.owner());
            case FIRING -> "firing, not acknowledged";
        };
        return new OperationsException(
                ErrorCode.CONFLICT,
                "alert %d has changed meanwhile: it is %s; look again".formatted(now.number(), how));
    }
}
