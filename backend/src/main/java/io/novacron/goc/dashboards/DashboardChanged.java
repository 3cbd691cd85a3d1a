package io.novacron.goc.dashboards;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.AuditedEvent;
import java.time.Instant;

/** A dashboard was made, changed or removed. */
public record DashboardChanged(String subject, String action, String detail, Actor actor, Instant occurredAt)
        implements AuditedEvent {}
