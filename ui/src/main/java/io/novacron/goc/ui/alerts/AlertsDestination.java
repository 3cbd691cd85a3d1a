package io.novacron.goc.ui.alerts;

import io.novacron.goc.ui.shell.Destination;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The alerts in the navigation. */
@Configuration(proxyBeanMethods = false)
class AlertsDestination {

    @Bean
    Destination alertList() {
        return new Destination(2, "Alerts", 'a', AlertsView.class);
    }
}
