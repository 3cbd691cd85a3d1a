package io.novacron.goc.fleet.simulated;

import io.micrometer.core.instrument.MeterRegistry;
import io.novacron.goc.fleet.Regions;
import io.novacron.goc.telemetry.SeriesCatalog;
import java.time.Clock;
import java.util.concurrent.Executors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the simulated fleet unless it is off. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SimulationSettings.class)
class SimulationConfiguration {

    @Bean
    @ConditionalOnBooleanProperty(name = "goc.simulation.enabled", matchIfMissing = true)
    SimulatedFleet simulatedFleet(
            SimulationSettings settings,
            Faults faults,
            Regions regions,
            SeriesCatalog catalog,
            Clock clock,
            MeterRegistry meters) {
        Topology topology = Topology.of(settings);
        return new SimulatedFleet(
                topology,
                new World(topology, settings.seed()),
                faults,
                new FaultPlanner(settings, topology, faults),
                regions,
                catalog,
                clock,
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("simulated-fleet").factory()),
                meters);
    }
}
