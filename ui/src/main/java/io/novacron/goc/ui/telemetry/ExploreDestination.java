package io.novacron.goc.ui.telemetry;

import io.novacron.goc.ui.shell.Destination;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Explore in the navigation. */
@Configuration(proxyBeanMethods = false)
class ExploreDestination {

    @Bean
    Destination explore() {
        return new Destination(4, "Explore", 'e', ExploreView.class);
    }
}
