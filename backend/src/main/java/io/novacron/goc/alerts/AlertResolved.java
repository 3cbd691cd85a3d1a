package io.novacron.goc.alerts;

import io.novacron.goc.kernel.DomainEvent;
import java.time.Instant;

/** All of an alert's findings have ended. */
public record AlertResolved(Alert alert, Instant occurredAt) implements DomainEvent {}
