package io.novacron.goc.alerts;

import io.novacron.goc.kernel.DomainEvent;
import java.time.Instant;

/** An open alert grew worse or better, or stands for more. */
public record AlertChanged(Alert alert, Instant occurredAt) implements DomainEvent {}
