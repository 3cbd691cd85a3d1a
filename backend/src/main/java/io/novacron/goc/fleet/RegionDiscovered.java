package io.novacron.goc.fleet;

import io.novacron.goc.kernel.DomainEvent;
import java.time.Instant;

/** A region that was not known before sent telemetry. */
public record RegionDiscovered(Region region, Instant occurredAt) implements DomainEvent {}
