package io.novacron.goc.ui.reports;

import io.novacron.goc.ui.shell.Destination;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The reports in the navigation. */
@Configuration(proxyBeanMethods = false)
class ReportsDestination {

    @Bean
    Destination reportList() {
        return new Destination(5, "Reports", 'r', ReportsView.class);
    }
}
