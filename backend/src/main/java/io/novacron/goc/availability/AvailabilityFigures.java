package io.novacron.goc.availability;

import io.novacron.goc.kernel.Health;
import java.time.Duration;
import java.util.Map;

/**
 * How available a region, or all of them, were over a period.
 *
 * @param availability share of requests that succeeded, 0 to 1; NaN when nothing was measured
 * @param measuredRatio share of the period in which the state was known, 0 to 1
 * @param downtime the failed share of the measured time: a minute in which a tenth of the requests failed counts six
 *     seconds
 * @param budget what the objective allows for the whole period
 * @param budgetLeft budget minus downtime; negative when it is overspent
 * @param byState time in each state; over all regions it is their sum
 */
public record AvailabilityFigures(
        double availability,
        double measuredRatio,
        Duration downtime,
        Duration budget,
        Duration budgetLeft,
        Map<Health, Duration> byState) {}
