package io.novacron.goc.availability;

import io.novacron.goc.kernel.RegionId;
import java.time.Duration;

/** How available one region was; the terms are those of {@link AvailabilityFigures}. */
public record RegionAvailability(RegionId region, double availability, double measuredRatio, Duration downtime) {}
