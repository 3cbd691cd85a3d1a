package io.novacron.goc.fleet.simulated;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.AuditedEvent;
import java.time.Instant;

/** Somebody broke a part of the simulated fleet. */
public record FaultInjected(Fault fault, Actor actor, Instant occurredAt) implements AuditedEvent {

    @Override
    public String action() {
        return "simulation.inject";
    }

    @Override
    public String subject() {
        return fault.target().toString();
    }

    @Override
    public String detail() {
        return fault.kind().title() + " for " + fault.lasts().toSeconds() + " s";
    }
}
