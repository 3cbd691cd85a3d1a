package io.novacron.goc.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.novacron.goc.kernel.Ticker;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the room together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TelemetrySettings.class, QuerySettings.class, SketchSettings.class})
class TelemetryConfiguration {

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
            Tiers tiers,
            TierStore tierStore,
            QuerySettings settings,
            Clock clock,
            Ticker ticker) {
        MetricSeries metrics = new MetricSeries();
        catalog.listen(metrics);
        return new Queries(
                metrics,
                new PointFinder(metrics, window, rollups, new TierReader(tiers, tierStore), settings),
                settings,
                clock,
                ticker);
    }

    @Bean
    Sources sources(SeriesCatalog catalog, Clock clock) {
        Sources sources = new Sources(clock);
        catalog.listen(sources);
        return sources;
    }

    @Bean
    ActiveSeries activeSeries(SeriesCatalog catalog, LiveWindow window, Sources sources, Clock clock) {
        return new ActiveSeries(catalog, window, sources, clock);
    }

    @Bean
    Tiers tiers(
            TierStore store,
            RollupStore rollups,
            TelemetrySettings settings,
            Clock clock,
            ApplicationEventPublisher events) {
        Tiers tiers = new Tiers(store, rollups, settings, clock, events);
        tiers.learn();
        tiers.keepHouse();
        return tiers;
    }
}
