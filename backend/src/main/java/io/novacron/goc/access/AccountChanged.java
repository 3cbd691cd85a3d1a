package io.novacron.goc.access;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.AuditedEvent;
import java.time.Instant;

/** An account was created, changed or disabled. */
public record AccountChanged(String subject, String action, String detail, Actor actor, Instant occurredAt)
        implements AuditedEvent {}
