package io.novacron.goc.fleet;

import io.novacron.goc.telemetry.SeriesCatalog;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads what is known and begins to listen for what is new. */
@Configuration(proxyBeanMethods = false)
class FleetConfiguration {

    @Bean
    Fleet fleet(FleetStore store) {
        Fleet fleet = new Fleet();
        store.regions().forEach(fleet::add);
        store.hosts().forEach(fleet::add);
        store.vms().forEach(fleet::add);
        return fleet;
    }

    @Bean
    FleetWriter fleetWriter(FleetStore store) {
        return new FleetWriter(store);
    }

    @Bean
    Regions regionRegistry(Fleet fleet, FleetStore store) {
        return new Regions(fleet, store);
    }

    @Bean
    Discovery discovery(
            Fleet fleet,
            FleetWriter writer,
            SeriesCatalog catalog,
            ApplicationEventPublisher events,
            Clock clock,
            Regions regions) {
        Discovery discovery = new Discovery(fleet, writer, events, clock);
        catalog.listen(discovery);
        return discovery;
    }
}
