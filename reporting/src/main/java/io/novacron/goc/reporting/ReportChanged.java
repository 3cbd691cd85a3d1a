package io.novacron.goc.reporting;

import io.novacron.goc.kernel.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** A report came further. */
public record ReportChanged(UUID id, Instant occurredAt) implements DomainEvent {}
