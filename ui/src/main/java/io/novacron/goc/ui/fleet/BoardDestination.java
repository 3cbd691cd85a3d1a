package io.novacron.goc.ui.fleet;

import io.novacron.goc.ui.shell.Destination;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The board in the navigation. */
@Configuration(proxyBeanMethods = false)
class BoardDestination {

    @Bean
    Destination board() {
        return new Destination(1, "Board", 'h', BoardView.class);
    }
}
