package io.novacron.goc.availability;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.AuditedEvent;
import java.time.Instant;

/** Announced work was called off, or ended early. */
public record MaintenanceCancelled(Window window, Actor actor, Instant occurredAt) implements AuditedEvent {

    @Override
    public String action() {
        return "availability.cancel-maintenance";
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
