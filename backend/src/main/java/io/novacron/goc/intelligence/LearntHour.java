package io.novacron.goc.intelligence;

import java.time.Instant;

/** What one series did in one past hour that began at {@code hourStart}, by its stored id. */
public record LearntHour(long seriesId, Instant hourStart, Baseline baseline) {}
