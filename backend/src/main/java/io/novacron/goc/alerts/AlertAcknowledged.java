package io.novacron.goc.alerts;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.AuditedEvent;
import java.time.Instant;

/** Somebody claimed an alert, gave it back, or their claim expired ({@code action} says which). */
public record AlertAcknowledged(Alert alert, String action, String detail, Actor actor, Instant occurredAt)
        implements AuditedEvent {

    @Override
    public String subject() {
        return "alert " + alert.number();
    }
}
