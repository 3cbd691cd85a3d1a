package io.novacron.goc.fleet.simulated;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.AuditedEvent;
import java.time.Instant;

/** Somebody ended a fault of the simulated fleet before its time. */
public record FaultEnded(Fault fault, Actor actor, Instant occurredAt) implements AuditedEvent {

    @Override
    public String action() {
        return "simulation.end";
    }

    @Override
    public String subject() {
        return fault.target().toString();
    }

    @Override
    public String detail() {
        return fault.kind().title();
    }
}
