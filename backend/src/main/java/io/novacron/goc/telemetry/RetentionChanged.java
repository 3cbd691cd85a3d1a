package io.novacron.goc.telemetry;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.AuditedEvent;
import java.time.Duration;
import java.time.Instant;

/** It was decided how long a tier of history is kept. */
public record RetentionChanged(Tier tier, Duration keptFor, Actor actor, Instant occurredAt) implements AuditedEvent {

    @Override
    public String action() {
        return "telemetry.set-retention";
    }

    @Override
    public String subject() {
        return tier.table();
    }

    @Override
    public String detail() {
        return "kept for %d hours".formatted(keptFor.toHours());
    }
}
