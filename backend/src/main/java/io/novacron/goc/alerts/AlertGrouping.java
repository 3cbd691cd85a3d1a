package io.novacron.goc.alerts;

import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.intelligence.Finding;
import io.novacron.goc.intelligence.FindingEnded;
import io.novacron.goc.intelligence.FindingEscalated;
import io.novacron.goc.intelligence.FindingRecorded;
import io.novacron.goc.intelligence.Findings;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.Severity;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes alerts of findings. News of a finding may come late, twice, or in the wrong order, so each reaction reads how
 * the finding stands now instead of trusting what it was told.
 */
@Component
class AlertGrouping {

    private static final Logger LOG = LoggerFactory.getLogger(AlertGrouping.class);

    private final AlertStore store;
    private final Findings findings;
    private final Fleet fleet;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Ids ids;

    AlertGrouping(
            AlertStore store,
            Findings findings,
            Fleet fleet,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock,
            Ids ids) {
        this.transaction = new TransactionTemplate(transactions);
        this.store = store;
        this.findings = findings;
        this.fleet = fleet;
        this.events = events;
        this.clock = clock;
        this.ids = ids;
    }

    @ApplicationModuleListener
    void on(FindingRecorded event) {
        react(event.finding().id());
    }

    @ApplicationModuleListener
    void on(FindingEscalated event) {
        react(event.finding().id());
    }

    @ApplicationModuleListener
    void on(FindingEnded event) {
        react(event.finding().id());
    }

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT5S")
    void onSchedule() {
        try {
            catchUp();
        } catch (DataAccessException | TransactionException e) {
            LOG.atWarn().setCause(e).log("findings could not be compared with alerts; next try in ten seconds");
        }
    }

    /** Groups each finding that is not where it belongs, whatever events said or did not say. */
    void catchUp() {
        Map<UUID, Severity> known = store.openFindings();
        Set<UUID> ended = new HashSet<>(known.keySet());
        Set<UUID> late = new LinkedHashSet<>();
        for (Finding finding : findings.open()) {
            ended.remove(finding.id());
            if (known.get(finding.id()) != finding.severity()) {
                late.add(finding.id());
            }
        }
        late.addAll(ended);
        for (UUID id : late) {
            transaction.executeWithoutResult(status -> react(id));
        }
    }

    private void react(UUID id) {
        findings.find(id).ifPresent(seen -> {
            store.lockGroup(seen.place().region(), seen.cause());
            Finding finding = findings.find(id).orElse(seen);
            Optional<Alert> grouped = store.findByFinding(id);
            Optional<Alert> open = grouped.isPresent()
                    ? grouped
                    : store.findOpen(finding.place().region(), finding.cause());
            if (open.isPresent()) {
                store.hold(open.get().id()).ifPresent(alert -> join(alert, finding));
            } else if (finding.endedAt() == null) {
                raise(finding);
            }
        });
    }

    private void raise(Finding finding) {
        UUID id = ids.next();
        Instant now = clock.instant();
        store.insert(
                id,
                finding.place().region(),
                finding.cause(),
                finding.severity(),
                title(finding, finding.explanation()),
                now);
        store.putFinding(id, finding);
        events.publishEvent(new AlertRaised(store.find(id).orElseThrow(), now));
    }

    private void join(Alert alert, Finding finding) {
        if (alert.state() == AlertState.RESOLVED || !store.putFinding(alert.id(), finding)) {
            return;
        }
        Instant now = clock.instant();
        List<AlertStore.OpenFinding> open = store.openFindings(alert.id());
        if (open.isEmpty()) {
            change(alert, AlertState.Happening.ENDED, alert.severity(), alert.title(), now);
            events.publishEvent(new AlertResolved(store.find(alert.id()).orElseThrow(), now));
            return;
        }
        AlertStore.OpenFinding worst = open.getFirst();
        String title = title(finding, worst.explanation());
        if (worst.severity().worseThan(alert.severity())) {
            change(alert, AlertState.Happening.GREW_WORSE, worst.severity(), title, now);
        } else {
            store.change(alert, alert.state(), worst.severity(), title, now);
        }
        events.publishEvent(new AlertChanged(store.find(alert.id()).orElseThrow(), now));
    }

    private void change(Alert alert, AlertState.Happening happening, Severity severity, String title, Instant now) {
        alert.state().after(happening).ifPresent(state -> store.change(alert, state, severity, title, now));
    }

    private String title(Finding finding, String explanation) {
        return fleet.nameOf(finding.place().region()) + ": " + explanation;
    }
}
