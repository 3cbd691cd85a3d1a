package io.novacron.goc.reporting.model;

import io.novacron.goc.availability.Availability;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.fleet.Region;
import io.novacron.goc.incidents.Incident;
import io.novacron.goc.incidents.Incidents;
import io.novacron.goc.kernel.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Gathers the facts of an executive report from the rooms that hold them. */
@Component
public class ExecutiveFactsSource {

    private static final int INCIDENTS_MOST = 200;
    private static final int WORST_MOST = 8;
    private static final int CURVE_POINTS = 96;

    private final Availability availability;
    private final Incidents incidents;
    private final Fleet fleet;
    private final Clock clock;

    ExecutiveFactsSource(Availability availability, Incidents incidents, Fleet fleet, Clock clock) {
        this.availability = availability;
        this.incidents = incidents;
        this.fleet = fleet;
        this.clock = clock;
    }

    public ExecutiveFacts gather(TimeRange period) {
        Instant now = clock.instant();
        return new ExecutiveFacts(
                period,
                availability.objectivePercent().stripTrailingZeros().toPlainString(),
                availability.figures(period, null),
                availability.curve(period, CURVE_POINTS),
                incidents.recent(period, INCIDENTS_MOST).stream()
                        .map(incident -> line(incident, period, now))
                        .toList(),
                availability.worst(period, WORST_MOST).stream()
                        .map(each -> new ExecutiveFacts.RegionLine(
                                fleet.nameOf(each.region()),
                                each.availability(),
                                each.downtime(),
                                each.measuredRatio()))
                        .toList(),
                fleet.regions().stream().anyMatch(Region::simulated));
    }

    private static ExecutiveFacts.IncidentLine line(Incident incident, TimeRange period, Instant now) {
        Instant resolved = incident.resolvedAt();
        Instant end = resolved == null || resolved.isAfter(period.until()) ? earlier(now, period.until()) : resolved;
        Instant begin = incident.triggeredAt().isBefore(period.from()) ? period.from() : incident.triggeredAt();
        Duration lasted = end.isAfter(begin) ? Duration.between(begin, end) : Duration.ZERO;
        String commander = incident.commander();
        return new ExecutiveFacts.IncidentLine(
                incident.number(),
                incident.title(),
                incident.severity().word(),
                incident.triggeredAt(),
                lasted,
                resolved == null,
                commander == null ? "nobody" : commander,
                incident.summary() == null ? incident.impact() : String.valueOf(incident.summary()));
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
