package io.novacron.goc.telemetry;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;

/** Counts the series of each sender that are alive, so that those that ended do not stand in the way of new ones. */
class ActiveSeries {

    static final Duration ACTIVE_FOR = Duration.ofHours(1);

    private final SeriesCatalog catalog;
    private final LiveWindow window;
    private final Sources sources;
    private final Clock clock;

    ActiveSeries(SeriesCatalog catalog, LiveWindow window, Sources sources, Clock clock) {
        this.catalog = catalog;
        this.window = window;
        this.sources = sources;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT2M")
    void count() {
        long since = clock.millis() - ACTIVE_FOR.toMillis();
        Map<String, Integer> active = new HashMap<>();
        int size = catalog.size();
        for (int index = 0; index < size; index++) {
            if (window.lastSeenMs(index) >= since) {
                active.merge(Sources.sender(catalog.at(index).source()), 1, Integer::sum);
            }
        }
        sources.recount(active);
    }
}
