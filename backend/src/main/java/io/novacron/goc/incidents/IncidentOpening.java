package io.novacron.goc.incidents;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.novacron.goc.alerts.Alert;
import io.novacron.goc.alerts.AlertAcknowledged;
import io.novacron.goc.alerts.AlertChanged;
import io.novacron.goc.alerts.AlertRaised;
import io.novacron.goc.alerts.AlertResolved;
import io.novacron.goc.availability.HealthChanged;
import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.Severity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * What the machine does by itself: opens the incident of a critical alert with its war room, lets further alerts of
 * the region
 * join, and writes down what happens to them. Every reaction may run twice.
 */
@Component
class IncidentOpening {

    private static final Actor MACHINE = Actor.machine("incidents");

    private final IncidentStore store;
    private final WarRoomStore warRooms;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Ids ids;
    private final Timer activation;

    IncidentOpening(
            IncidentStore store,
            WarRoomStore warRooms,
            ApplicationEventPublisher events,
            Clock clock,
            Ids ids,
            MeterRegistry meters) {
        this.store = store;
        this.warRooms = warRooms;
        this.events = events;
        this.clock = clock;
        this.ids = ids;
        this.activation = Timer.builder("goc.war.room.activation")
                .description("from the raise of the alert to the war room")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
    }

    @ApplicationModuleListener
    void on(AlertRaised event) {
        openOrJoin(event.alert(), event.occurredAt());
    }

    @ApplicationModuleListener
    void on(AlertChanged event) {
        openOrJoin(event.alert(), event.occurredAt());
    }

    private void openOrJoin(Alert alert, Instant raised) {
        Instant now = clock.instant();
        UUID id = ids.next();
        boolean opened = alert.severity() == Severity.CRITICAL
                && store.open(id, alert.title(), alert.severity(), alert.region(), impact(alert), raised, now);
        store.lockOpen(alert.region()).ifPresent(incident -> {
            if (!store.link(incident.id(), alert.id())) {
                return;
            }
            if (opened) {
                warRooms.append(
                        id,
                        EntryKind.OPENED,
                        MACHINE,
                        raised,
                        now,
                        "Opened by alert %d: %s".formatted(alert.number(), alert.title()));
                activation.record(Duration.between(raised, now));
                events.publishEvent(new IncidentOpened(incident, MACHINE, now));
            } else {
                String text = "Alert %d joined (%s): %s"
                        .formatted(
                                alert.number(),
                                alert.severity().name().toLowerCase(java.util.Locale.ROOT),
                                alert.title());
                append(incident, EntryKind.ALERT, raised, text);
            }
        });
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

    private static String impact(Alert alert) {
        return "Customers of %s notice: %s".formatted(alert.region(), alert.title());
    }
}
