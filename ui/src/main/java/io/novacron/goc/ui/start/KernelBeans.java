package io.novacron.goc.ui.start;

import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.SystemTime;
import io.novacron.goc.kernel.Ticker;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The real clock, ticker and ids: made here once, injected everywhere. */
@Configuration(proxyBeanMethods = false)
class KernelBeans {

    private final SystemTime system = SystemTime.system();

    @Bean
    Clock clock() {
        return system.clock();
    }

    @Bean
    Ticker ticker() {
        return system.ticker();
    }

    @Bean
    Ids ids() {
        return system.ids();
    }
}
