package io.novacron.goc.availability;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.AuditedEvent;
import java.time.Instant;

/** Work on a place was announced. */
public record MaintenanceAnnounced(Window window, Actor actor, Instant occurredAt) implements AuditedEvent {

    @Override
    public String action() {
        return "availability.announce-maintenance";
    }

    @Override
    public String subject() {
        return window.place().toString();
    }

    @Override
    public String detail() {
        return "%s until %s: %s".formatted(window.span().from(), window.span().until(), window.reason());
    }
}
