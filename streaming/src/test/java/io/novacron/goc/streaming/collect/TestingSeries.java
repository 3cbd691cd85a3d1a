package io.novacron.goc.streaming.collect;

import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.Sources;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The way to a catalog without quotas that a test would meet. */
public final class TestingSeries {

    private TestingSeries() {}

    public static NewSeries unlimited(SeriesCatalog catalog, Clock clock) {
        return within(catalog, clock, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    static NewSeries within(SeriesCatalog catalog, Clock clock, int activeSeries, int newSeriesPerMinute) {
        Sources sources = new Sources(clock);
        catalog.listen(sources);
        return new NewSeries(
                catalog,
                sources,
                new AdmissionSettings(0, activeSeries, newSeriesPerMinute, List.of(), Duration.ofSeconds(4)),
                clock);
    }
}
