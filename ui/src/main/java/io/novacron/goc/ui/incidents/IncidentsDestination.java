package io.novacron.goc.ui.incidents;

import io.novacron.goc.ui.shell.Destination;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The incidents in the navigation. */
@Configuration(proxyBeanMethods = false)
class IncidentsDestination {

    @Bean
    Destination incidentList() {
        return new Destination(3, "Incidents", 'i', IncidentsView.class);
    }
}
