package io.novacron.goc.intelligence;

import io.novacron.goc.kernel.DomainEvent;
import java.time.Instant;

/** A finding grew worse. */
public record FindingEscalated(Finding finding, Instant occurredAt) implements DomainEvent {}
