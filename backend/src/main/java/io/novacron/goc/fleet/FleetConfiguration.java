package io.novacron.goc.fleet;

import io.novacron.goc.fleet.simulated.Inventory;
import io.novacron.goc.fleet.simulated.SimulationSettings;
import io.novacron.goc.telemetry.SeriesCatalog;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads what is known and begins to listen for what is new. */
@Configuration(proxyBeanMethods = false)
class FleetConfiguration {

    /** What is simulated no longer stays in the database but out of sight. */
    @Bean
    Fleet fleet(FleetStore store, Inventory simulated) {
        return store.load(simulated);
    }

    @Bean
    Inventory simulatedInventory(SimulationSettings simulation) {
        return Inventory.of(simulation);
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
            Inventory simulated) {
        Discovery discovery = new Discovery(fleet, writer, simulated, events, clock);
        catalog.listen(discovery);
        return discovery;
    }
}
