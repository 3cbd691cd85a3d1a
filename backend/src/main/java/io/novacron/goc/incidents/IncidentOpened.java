package io.novacron.goc.incidents;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.AuditedEvent;
import java.time.Instant;

/** An incident is open and its war room is there. */
public record IncidentOpened(Incident incident, Actor actor, Instant occurredAt) implements AuditedEvent {

    @Override
    public String action() {
        return "incidents.open";
    }

    @Override
    public String subject() {
        return "incident " + incident.number();
    }

    @Override
    public String detail() {
        return incident.title();
    }
}
