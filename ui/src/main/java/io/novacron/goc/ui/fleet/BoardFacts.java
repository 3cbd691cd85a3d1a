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

/** What the board tells of each region that changes seldom: read once for all viewers. */
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
    private volatile Map<RegionId, Long> open = Map.of();

    BoardFacts(Availability availability, Incidents incidents, ErrorTrends trends, Fleet fleet, Clock clock) {
        this.trends = trends;
        this.availability = availability;
        this.incidents = incidents;
        this.fleet = fleet;
        this.clock = clock;
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

    /** What is left of the error budget of thirty days, per mille, in the order of the fleet; null when unknown. */
    List<@Nullable Integer> budgets() {
        List<@Nullable Integer> left = new ArrayList<>();
        Map<RegionId, Double> known = budgets;
        for (Region region : fleet.regions()) {
            Double share = known.get(region.id());
            left.add(share == null ? null : (int) Math.floor(share * PER_MILLE));
        }
        return left;
    }

    /** Where the errors of each region lead, as {@link ErrorTrends#all}. */
    int[] trends() {
        return trends.all();
    }

    /** How many incidents are open, in the order of the fleet; what was known last while the database is away. */
    int[] incidents() {
        try {
            open = incidents.open().stream()
                    .map(Incident::region)
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        } catch (DataAccessException e) {
            LOG.atDebug().setCause(e).log("the open incidents stay as they were");
        }
        Map<RegionId, Long> known = open;
        return fleet.regions().stream()
                .mapToInt(region -> known.getOrDefault(region.id(), 0L).intValue())
                .toArray();
    }
}
