package io.novacron.goc.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.novacron.goc.kernel.Ticker;
import io.novacron.goc.kernel.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/** Puts the room together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TelemetrySettings.class, QuerySettings.class})
class TelemetryConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(TelemetryConfiguration.class);

    @Bean
    SeriesCatalog seriesCatalog(RollupStore store, TelemetrySettings settings) {
        SeriesCatalog catalog = new SeriesCatalog(store.seriesSecret(), settings.seriesMost());
        store.series().forEach((key, source) -> catalog.resolve(key, source));
        return catalog;
    }

    @Bean
    LiveWindow liveWindow(TelemetrySettings settings, Clock clock, MeterRegistry meters) {
        LiveWindow window =
                new LiveWindow(settings.window(), settings.windowMemory().toBytes(), clock);
        window.measure(meters);
        return window;
    }

    @Bean
    RollupReader rollupReader(RollupStore store, ObjectProvider<OpenRollups> open) {
        return new RollupReader(store, open);
    }

    @Bean
    Telemetry telemetry(SeriesCatalog catalog, LiveWindow window, RollupReader rollups) {
        return new Telemetry(catalog, window, rollups);
    }

    @Bean
    Queries queries(
            SeriesCatalog catalog,
            LiveWindow window,
            RollupReader rollups,
            QuerySettings settings,
            Clock clock,
            Ticker ticker) {
        MetricSeries metrics = new MetricSeries();
        catalog.listen(metrics);
        return new Queries(metrics, new PointFinder(metrics, window, rollups, settings), settings, clock, ticker);
    }

    @Bean
    Sources sources(Clock clock) {
        return new Sources(clock);
    }

    @Bean
    Housekeeping telemetryHousekeeping(RollupStore store, TelemetrySettings settings, Clock clock) {
        Housekeeping housekeeping = new Housekeeping(store, settings.retention(), clock);
        housekeeping.keepHouse();
        return housekeeping;
    }

    /** Makes partitions ahead of time and drops those past their retention. */
    static class Housekeeping {

        private static final Duration ACCEPTED_BEHIND = Duration.ofHours(2);
        private static final Duration AHEAD = Duration.ofHours(3);

        private final RollupStore store;
        private final Duration retention;
        private final Clock clock;

        Housekeeping(RollupStore store, Duration retention, Clock clock) {
            this.store = store;
            this.retention = retention;
            this.clock = clock;
        }

        @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
        void onSchedule() {
            try {
                keepHouse();
            } catch (DataAccessException e) {
                LOG.atWarn().setCause(e).log("partitions could not be kept; next try in ten minutes");
            }
        }

        final void keepHouse() {
            Instant now = clock.instant();
            store.keep(new TimeRange(now.minus(ACCEPTED_BEHIND), now.plus(AHEAD)), now.minus(retention));
        }
    }
}
