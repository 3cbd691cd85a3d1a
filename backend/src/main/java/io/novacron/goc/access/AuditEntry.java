package io.novacron.goc.access;

import io.novacron.goc.kernel.Actor;
import java.time.Instant;

/** One line of the audit trail. */
public record AuditEntry(long id, Instant occurredAt, Actor actor, String action, String subject, String detail) {}
