package io.novacron.goc.intelligence;

import io.novacron.goc.kernel.DomainEvent;
import java.time.Instant;

/** What was found is over. */
public record FindingEnded(Finding finding, Instant occurredAt) implements DomainEvent {}
