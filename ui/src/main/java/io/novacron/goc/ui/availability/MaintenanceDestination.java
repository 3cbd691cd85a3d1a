package io.novacron.goc.ui.availability;

import io.novacron.goc.ui.shell.Destination;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Maintenance in the navigation. */
@Configuration(proxyBeanMethods = false)
class MaintenanceDestination {

    @Bean
    Destination maintenanceList() {
        return new Destination(4, "Maintenance", 'm', MaintenanceView.class);
    }
}
