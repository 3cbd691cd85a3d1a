package io.novacron.goc.fleet;

import io.novacron.goc.fleet.simulated.SimulationSettings;
import io.novacron.goc.telemetry.SeriesCatalog;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads what is known and begins to listen for what is new. */
@Configuration(proxyBeanMethods = false)
class FleetConfiguration {

    /** What was simulated stays in the database but out of sight as long as the simulation is off. */
    @Bean
    Fleet fleet(FleetStore store, SimulationSettings simulation) {
        return store.load(simulation.enabled());
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
            SimulationSettings simulation) {
        Discovery discovery = new Discovery(fleet, writer, simulation.enabled(), events, clock);
        catalog.listen(discovery);
        return discovery;
    }
}
