package io.novacron.goc.streaming;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.AuditedEvent;
import java.time.Instant;

/** A record that had been put aside was given to the fold again. */
public record DeadLetterReplayed(String id, String from, Actor actor, Instant occurredAt) implements AuditedEvent {

    @Override
    public String action() {
        return "streaming.replay-dead-letter";
    }

    @Override
    public String subject() {
        return id;
    }

    @Override
    public String detail() {
        return "first read at " + from;
    }
}
