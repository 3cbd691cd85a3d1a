package io.novacron.goc.availability;

import java.time.Instant;

/** One step of a curve of availability that begins at {@code at}; NaN where nothing was measured. */
public record AvailabilityPoint(Instant at, double availability, double measuredRatio) {}
