package io.novacron.goc.alerts;

import io.novacron.goc.kernel.DomainEvent;
import java.time.Instant;

/** Something new needs attention. */
public record AlertRaised(Alert alert, Instant occurredAt) implements DomainEvent {}
