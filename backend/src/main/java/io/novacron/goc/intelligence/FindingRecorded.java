package io.novacron.goc.intelligence;

import io.novacron.goc.kernel.DomainEvent;
import java.time.Instant;

/** A finding is new. */
public record FindingRecorded(Finding finding, Instant occurredAt) implements DomainEvent {}
