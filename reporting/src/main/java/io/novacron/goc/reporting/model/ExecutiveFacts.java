package io.novacron.goc.reporting.model;

import io.novacron.goc.availability.AvailabilityFigures;
import io.novacron.goc.availability.AvailabilityPoint;
import io.novacron.goc.kernel.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What an executive report says.
 *
 * @param objectivePercent what was promised, for example {@code 99.9999}
 * @param simulated whether regions of the simulated fleet are in it
 */
public record ExecutiveFacts(
        TimeRange period,
        String objectivePercent,
        AvailabilityFigures figures,
        List<AvailabilityPoint> curve,
        List<IncidentLine> incidents,
        List<RegionLine> worst,
        boolean simulated) {

    /** An incident in one line. */
    public record IncidentLine(
            long number,
            String title,
            String severity,
            Instant began,
            Duration lasted,
            boolean open,
            String commander,
            String impact) {}

    /** A region in one line. */
    public record RegionLine(String name, double availability, Duration downtime, double measuredRatio) {}

    /** How long incidents lasted within the period, added up. */
    public Duration incidentTime() {
        return incidents.stream().map(IncidentLine::lasted).reduce(Duration.ZERO, Duration::plus);
    }
}
