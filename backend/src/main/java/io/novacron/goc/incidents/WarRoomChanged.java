package io.novacron.goc.incidents;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.AuditedEvent;
import java.time.Instant;

/** Somebody did something in a war room; {@code action} says what. */
public record WarRoomChanged(long number, String action, String detail, Actor actor, Instant occurredAt)
        implements AuditedEvent {

    @Override
    public String subject() {
        return "incident " + number;
    }
}
