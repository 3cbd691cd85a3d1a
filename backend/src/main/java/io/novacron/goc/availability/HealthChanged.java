package io.novacron.goc.availability;

import io.novacron.goc.kernel.DomainEvent;
import io.novacron.goc.kernel.Health;
import io.novacron.goc.kernel.Place;
import java.time.Instant;

/** A zone or region stands otherwise than before. */
public record HealthChanged(Place place, Health from, Health to, Instant occurredAt, String reason)
        implements DomainEvent {}
