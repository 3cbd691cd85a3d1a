package io.novacron.goc.telemetry;

import java.util.Set;

/**
 * The series of one metric.
 *
 * @param series how many there are
 * @param sources who made them known
 */
public record Family(String metric, int series, Set<String> sources) {}
