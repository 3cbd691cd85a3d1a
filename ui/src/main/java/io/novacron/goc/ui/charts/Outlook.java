package io.novacron.goc.ui.charts;

import io.novacron.goc.analytics.Trend;
import io.novacron.goc.telemetry.QueryAnswer.AnsweredSeries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a line of a chart leads, as the browser draws it: from the newest point on, in a few steps. Times in seconds.
 *
 * @param colour of the line
 * @param limit the worst limit that it may reach, if there is one
 * @param risk how likely it is there at the end, 0 to 1
 */
record Outlook(
        String label,
        int colour,
        double[] times,
        double[] middles,
        double[] lows,
        double[] highs,
        @Nullable Double limit,
        double risk) {

    private static final int STEPS = 12;
    private static final double MS = 1_000;

    /** Empty when the series is too short to lead anywhere. */
    static Optional<Outlook> of(Lines.Line line, AnsweredSeries series, Duration ahead, List<Threshold> limits) {
        return Trend.of(series.timestampsMs(), series.values()).map(trend -> {
            double[] times = new double[STEPS + 1];
            List<Trend.Outlook> outlooks = new ArrayList<>();
            for (int step = 0; step <= STEPS; step++) {
                long at = trend.lastMs() + ahead.toMillis() * step / STEPS;
                times[step] = at / MS;
                outlooks.add(trend.at(at));
            }
            Double limit = limits.stream()
                    .map(Threshold::value)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
            return new Outlook(
                    line.label(),
                    line.colour(),
                    times,
                    outlooks.stream().mapToDouble(Trend.Outlook::middle).toArray(),
                    outlooks.stream().mapToDouble(Trend.Outlook::low).toArray(),
                    outlooks.stream().mapToDouble(Trend.Outlook::high).toArray(),
                    limit,
                    limit == null ? 0 : trend.risk(limit, trend.lastMs() + ahead.toMillis()));
        });
    }
}
