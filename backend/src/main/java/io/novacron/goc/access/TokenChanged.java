package io.novacron.goc.access;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.AuditedEvent;
import java.time.Instant;

/** A token was issued or revoked. */
public record TokenChanged(String subject, String action, String detail, Actor actor, Instant occurredAt)
        implements AuditedEvent {}
