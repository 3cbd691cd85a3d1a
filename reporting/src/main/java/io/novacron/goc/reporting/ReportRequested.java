package io.novacron.goc.reporting;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.AuditedEvent;
import java.time.Instant;
import java.util.UUID;

/** Somebody asked for a report or called it off ({@code action} says which). */
public record ReportRequested(UUID id, String action, String detail, Actor actor, Instant occurredAt)
        implements AuditedEvent {

    @Override
    public String subject() {
        return "report " + id;
    }
}
