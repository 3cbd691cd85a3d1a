package io.novacron.goc.availability;

import io.novacron.goc.kernel.Health;
import java.time.Instant;

/** How a place stands, since when, and why, in one sentence. */
public record HealthReading(Health state, Instant since, String reason) {}
