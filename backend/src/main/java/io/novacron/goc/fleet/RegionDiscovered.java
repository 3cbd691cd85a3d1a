package io.novacron.goc.fleet;

import io.novacron.goc.kernel.DomainEvent;
import java.time.Instant;

/**
 * A region that was not known before sent telemetry. Published outside a transaction, on the thread that found it:
 * listen plainly and quickly.
 */
public record RegionDiscovered(Region region, Instant occurredAt) implements DomainEvent {}
