package io.novacron.goc.ui.dashboards;

import io.novacron.goc.ui.shell.Destination;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Dashboards in the navigation. */
@Configuration(proxyBeanMethods = false)
class DashboardsDestination {

    @Bean
    Destination dashboardsInNavigation() {
        return new Destination(5, "Dashboards", 'd', DashboardsView.class);
    }
}
