package io.novacron.goc.availability;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.TimeRange;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The arithmetic of the objective over the ledger of minutes. */
@Service
public class Availability {

    private static final int MOST_POINTS = 2_000;
    private static final LedgerSums NOTHING = new LedgerSums(0, 0, 0, new double[5]);

    private final HealthStore store;
    private final BigDecimal objective;

    Availability(HealthStore store, AvailabilitySettings settings) {
        this.store = store;
        this.objective = settings.objective();
    }

    /** What was promised, in percent. */
    public BigDecimal objectivePercent() {
        return objective;
    }

    /** The figures of a region, or of all regions weighted by their requests. */
    public AvailabilityFigures figures(TimeRange range, @Nullable RegionId region) {
        return store.sums(range, region).figures(range.length(), objective);
    }

    /** The regions that were least available, the worst first; those never measured are left out. */
    public List<RegionAvailability> worst(TimeRange range, int most) {
        return store.sumsByRegion(range).entrySet().stream()
                .filter(entry -> entry.getValue().measured() > 0)
                .map(entry -> new RegionAvailability(
                        entry.getKey(),
                        entry.getValue().availability(),
                        entry.getValue().measuredRatio(range.length()),
                        entry.getValue().downtime()))
                .sorted(Comparator.comparingDouble(RegionAvailability::availability)
                        .thenComparing(RegionAvailability::region))
                .limit(most)
                .toList();
    }

    /**
     * The share of the error budget of the range that each region has left: 1 is untouched, below 0 is overspent;
     * without those never measured.
     */
    public Map<RegionId, Double> budgetsLeft(TimeRange range) {
        Map<RegionId, Double> left = new HashMap<>();
        store.sumsByRegion(range).forEach((region, sums) -> {
            if (sums.measured() > 0) {
                AvailabilityFigures figures = sums.figures(range.length(), objective);
                left.put(
                        region,
                        (double) figures.budgetLeft().toNanos()
                                / figures.budget().toNanos());
            }
        });
        return left;
    }

    /** The availability of all regions over the range in so many steps of equal length, at least a minute each. */
    public List<AvailabilityPoint> curve(TimeRange range, int points) {
        if (points < 1 || points > MOST_POINTS) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "a curve of %d points was asked for; ask for 1 to %d".formatted(points, MOST_POINTS));
        }
        long minutes = Math.max(1, range.length().toMinutes());
        int steps = (int) Math.min(points, minutes);
        Duration step = range.length().dividedBy(steps);
        Map<Integer, LedgerSums> sums = store.sumsByStep(range, step.toNanos() / 1e9);
        List<AvailabilityPoint> curve = new ArrayList<>(steps);
        for (int i = 0; i < steps; i++) {
            LedgerSums of = sums.getOrDefault(i, NOTHING);
            Instant at = range.from().plus(step.multipliedBy(i));
            curve.add(new AvailabilityPoint(at, of.availability(), of.measuredRatio(step)));
        }
        return List.copyOf(curve);
    }

    /** How the states of all regions changed, newest first; without those of zones. */
    public List<HealthChanged> regionChanges(TimeRange range, int most) {
        return store.regionChanges(range, most);
    }

    /** How the state of a place and those of its parts changed, newest first; those of its zone for a host. */
    public List<HealthChanged> changes(Place place, TimeRange range, int most) {
        return store.changes(place, range, most);
    }
}
