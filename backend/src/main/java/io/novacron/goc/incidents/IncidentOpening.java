package io.novacron.goc.incidents;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.novacron.goc.alerts.Alert;
import io.novacron.goc.alerts.AlertAcknowledged;
import io.novacron.goc.alerts.AlertChanged;
import io.novacron.goc.alerts.AlertRaised;
import io.novacron.goc.alerts.AlertResolved;
import io.novacron.goc.alerts.AlertState;
import io.novacron.goc.alerts.Alerts;
import io.novacron.goc.availability.HealthBoard;
import io.novacron.goc.availability.HealthChanged;
import io.novacron.goc.availability.Maintenance;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.Health;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.Severity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the machine does by itself: opens the incident of a critical alert with its war room (not while announced work
 * is under way in the region), lets further alerts of the region join, and writes down what happens to them. Every
 * reaction may run twice.
 */
@Component
class IncidentOpening {

    private static final Actor MACHINE = Actor.machine("incidents");

    private final IncidentStore store;
    private final WarRoomStore warRooms;
    private final Alerts alerts;
    private final HealthBoard health;
    private final Maintenance maintenance;
    private final Fleet fleet;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Ids ids;
    private final Timer activation;

    IncidentOpening(
            IncidentStore store,
            WarRoomStore warRooms,
            Alerts alerts,
            HealthBoard health,
            Maintenance maintenance,
            Fleet fleet,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock,
            Ids ids,
            MeterRegistry meters) {
        this.store = store;
        this.warRooms = warRooms;
        this.alerts = alerts;
        this.health = health;
        this.maintenance = maintenance;
        this.fleet = fleet;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
        this.ids = ids;
        this.activation = Timer.builder("goc.war.room.activation")
                .description("from the raise of the alert to the war room")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
    }

    // Not transactional as a whole: how long activation took is known only after the war room is committed.
    @Async
    @TransactionalEventListener
    void on(AlertRaised event) {
        openOrJoin(event.alert().id(), event.occurredAt());
    }

    @Async
    @TransactionalEventListener
    void on(AlertChanged event) {
        openOrJoin(event.alert().id(), event.occurredAt());
    }

    /** What announced work kept from opening an incident, and is still so when the work ends, opens one now. */
    @Async
    @TransactionalEventListener
    void afterMaintenance(HealthChanged event) {
        if (event.from() == Health.MAINTENANCE) {
            alerts.openIn(event.place().region()).forEach(alert -> openOrJoin(alert.id(), event.occurredAt()));
        }
    }

    private void openOrJoin(UUID alertId, Instant raised) {
        Optional<UUID> opened = transaction.execute(status -> alerts.find(alertId)
                .filter(alert -> alert.state() != AlertState.RESOLVED)
                .filter(this::isNews)
                .flatMap(alert -> openOrJoin(alert, raised)));
        if (opened != null && opened.isPresent()) {
            Instant active = clock.instant();
            transaction.executeWithoutResult(status -> store.activated(opened.get(), active));
            activation.record(Duration.between(raised, active));
        }
    }

    /**
     * Nothing has been done about the alert yet, or it grew worse since: a resolved incident is not opened again for
     * less.
     */
    private boolean isNews(Alert alert) {
        return store.knownSeverity(alert.id()).map(alert.severity()::worseThan).orElse(true);
    }

    /** Returns the id of the incident when it is new. */
    private Optional<UUID> openOrJoin(Alert alert, Instant raised) {
        Instant now = clock.instant();
        UUID id = ids.next();
        boolean opened = alert.severity() == Severity.CRITICAL
                && !maintenance.isUnderWay(Place.of(alert.region()))
                && store.open(id, alert.title(), alert.severity(), alert.region(), impact(alert), raised, now);
        Optional<Incident> found = store.lockOpen(alert.region());
        if (found.isEmpty() || !store.link(found.get().id(), alert.id(), alert.severity())) {
            return Optional.empty();
        }
        Incident incident = found.get();
        if (!opened) {
            join(incident, alert, raised);
            return Optional.empty();
        }
        String text = "Opened by alert %d: %s".formatted(alert.number(), alert.title());
        warRooms.append(id, EntryKind.OPENED, MACHINE, raised, now, text);
        events.publishEvent(new IncidentOpened(incident, MACHINE, now));
        for (Alert other : alerts.openIn(alert.region())) {
            if (store.link(id, other.id(), other.severity()) && !other.id().equals(alert.id())) {
                join(incident, other, other.openedAt());
            }
        }
        return Optional.of(id);
    }

    private void join(Incident incident, Alert alert, Instant occurred) {
        String severity = alert.severity().word();
        append(
                incident,
                EntryKind.ALERT,
                occurred,
                "Alert %d joined (%s): %s".formatted(alert.number(), severity, alert.title()));
        if (alert.severity().worseThan(incident.severity())) {
            store.setSeverity(incident.id(), alert.severity());
            append(
                    incident,
                    EntryKind.STATUS,
                    occurred,
                    "Severity: %s, because of alert %d".formatted(severity, alert.number()));
        }
    }

    @ApplicationModuleListener
    void on(AlertResolved event) {
        note(
                event.alert(),
                event.occurredAt(),
                "Alert %d resolved: its findings have ended"
                        .formatted(event.alert().number()));
    }

    @ApplicationModuleListener
    void on(AlertAcknowledged event) {
        String text = "Alert %d: %s by %s (%s)"
                .formatted(
                        event.alert().number(),
                        event.action().substring(event.action().indexOf('.') + 1),
                        event.actor().name(),
                        event.detail());
        note(event.alert(), event.occurredAt(), text);
    }

    @ApplicationModuleListener
    void on(HealthChanged event) {
        store.lockOpen(event.place().region()).ifPresent(incident -> {
            String text = "%s went from %s to %s: %s"
                    .formatted(event.place(), event.from().word(), event.to().word(), event.reason());
            append(incident, EntryKind.HEALTH, event.occurredAt(), text);
        });
    }

    private void note(Alert alert, Instant occurred, String text) {
        for (long number : store.openWith(alert.id())) {
            store.lock(number).ifPresent(incident -> append(incident, EntryKind.ALERT, occurred, text));
        }
    }

    private void append(Incident incident, EntryKind kind, Instant occurred, String text) {
        Instant now = clock.instant();
        Instant earlier = occurred.isAfter(now) ? now : occurred;
        boolean twice = warRooms.timeline(incident.id()).stream()
                .anyMatch(entry -> entry.text().equals(text)
                        && entry.occurredAt().equals(earlier.truncatedTo(java.time.temporal.ChronoUnit.MICROS)));
        if (!twice) {
            warRooms.append(incident.id(), kind, MACHINE, earlier, now, text);
            events.publishEvent(new WarRoomChanged(incident.number(), "incidents.record", text, MACHINE, now));
        }
    }

    private String impact(Alert alert) {
        return Impact.of(fleet.nameOf(alert.region()), health.indicators(alert.region()), alert);
    }
}
