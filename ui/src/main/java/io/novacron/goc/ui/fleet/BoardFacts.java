package io.novacron.goc.ui.fleet;

import io.novacron.goc.availability.Availability;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.fleet.Region;
import io.novacron.goc.incidents.Incident;
import io.novacron.goc.incidents.Incidents;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * What the board tells of each region that changes seldom: read once for all viewers, and never while one of them
 * waits, so that a database that is away costs nobody the live picture.
 */
@Service
final class BoardFacts {

    private static final Logger LOG = LoggerFactory.getLogger(BoardFacts.class);
    private static final Duration PERIOD = Duration.ofDays(30);
    private static final double PER_MILLE = 1_000;

    private final Availability availability;
    private final Incidents incidents;
    private final ErrorTrends trends;
    private final Fleet fleet;
    private final Clock clock;
    private volatile Map<RegionId, Double> budgets = Map.of();
    private volatile Told newest = new Told(0, List.of(), new int[0], new int[0]);

    /**
     * The facts of a moment, each in the order of the fleet.
     *
     * @param number one more whenever something changed
     * @param budgets what is left of the error budget of thirty days, per mille; null when unknown
     * @param incidents how many are open
     * @param trends where the errors lead, as {@link ErrorTrends#all}
     */
    record Told(long number, List<@Nullable Integer> budgets, int[] incidents, int[] trends) {

        boolean saysAs(Told other) {
            return budgets.equals(other.budgets)
                    && Arrays.equals(incidents, other.incidents)
                    && Arrays.equals(trends, other.trends);
        }
    }

    BoardFacts(Availability availability, Incidents incidents, ErrorTrends trends, Fleet fleet, Clock clock) {
        this.trends = trends;
        this.availability = availability;
        this.incidents = incidents;
        this.fleet = fleet;
        this.clock = clock;
    }

    Told newest() {
        return newest;
    }

    @Scheduled(fixedDelayString = "PT30S")
    void readBudgets() {
        Instant now = clock.instant();
        try {
            budgets = availability.budgetsLeft(new TimeRange(now.minus(PERIOD), now));
        } catch (DataAccessException e) {
            LOG.atDebug().setCause(e).log("the budgets stay as they were; the next try follows");
        }
    }

    /** Gathers what is known; what was known last stays while the database is away. */
    @Scheduled(fixedDelayString = "PT1S")
    void gather() {
        try {
            Told now = new Told(newest.number() + 1, budgetsLeft(), openIncidents(), trends.all());
            if (!now.saysAs(newest)) {
                newest = now;
            }
        } catch (DataAccessException e) {
            LOG.atDebug().setCause(e).log("the open incidents stay as they were");
        }
    }

    private List<@Nullable Integer> budgetsLeft() {
        List<@Nullable Integer> left = new ArrayList<>();
        Map<RegionId, Double> known = budgets;
        for (Region region : fleet.regions()) {
            Double share = known.get(region.id());
            left.add(share == null ? null : (int) Math.floor(share * PER_MILLE));
        }
        return left;
    }

    private int[] openIncidents() {
        Map<RegionId, Long> open = incidents.open().stream()
                .map(Incident::region)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return fleet.regions().stream()
                .mapToInt(region -> open.getOrDefault(region.id(), 0L).intValue())
                .toArray();
    }
}
