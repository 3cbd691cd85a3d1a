package io.novacron.goc.availability;

import io.novacron.goc.kernel.Health;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * Minutes of the ledger added up.
 *
 * @param regions how many regions they are of
 * @param requests served, failed ones included
 * @param seconds in each state, by the order of {@link Health}
 */
record LedgerSums(int regions, double requests, double failed, double[] seconds) {

    private static final double NANOS = 1e9;

    /** Seconds in which the state was known. */
    double measured() {
        double sum = 0;
        for (Health state : Health.values()) {
            sum += state == Health.UNKNOWN ? 0 : seconds[state.ordinal()];
        }
        return sum;
    }

    /** The share that went well: of the requests, or of the time where no requests are counted. */
    double availability() {
        double measured = measured();
        if (measured == 0) {
            return Double.NaN;
        }
        return requests > 0
                ? Math.clamp(1 - failed / requests, 0.0, 1.0)
                : 1 - seconds[Health.CRITICAL.ordinal()] / measured;
    }

    double measuredRatio(Duration period) {
        return regions == 0 ? 0 : Math.clamp(measured() / (regions * (period.toNanos() / NANOS)), 0.0, 1.0);
    }

    /** The failed share of the measured time of one region, on average. */
    Duration downtime() {
        double availability = availability();
        if (Double.isNaN(availability)) {
            return Duration.ZERO;
        }
        return Duration.ofNanos(Math.round((1 - availability) * measured() / regions * NANOS));
    }

    AvailabilityFigures figures(Duration period, BigDecimal objectivePercent) {
        Duration budget = budget(period, objectivePercent);
        Duration downtime = downtime();
        Map<Health, Duration> byState = new EnumMap<>(Health.class);
        for (Health state : Health.values()) {
            byState.put(state, Duration.ofNanos(Math.round(seconds[state.ordinal()] * NANOS)));
        }
        return new AvailabilityFigures(
                availability(), measuredRatio(period), downtime, budget, budget.minus(downtime), Map.copyOf(byState));
    }

    /** What the objective allows in the period, exact to the nanosecond. */
    static Duration budget(Duration period, BigDecimal objectivePercent) {
        BigDecimal allowed = BigDecimal.valueOf(100).subtract(objectivePercent).movePointLeft(2);
        return Duration.ofNanos(BigDecimal.valueOf(period.toNanos())
                .multiply(allowed)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }
}
