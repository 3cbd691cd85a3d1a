package io.novacron.goc.ui.start;

import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.SystemTime;
import io.novacron.goc.kernel.Ticker;
import java.time.Clock;
import java.util.concurrent.ThreadPoolExecutor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The real clock, ticker and ids, and the threads of the house's events: made here once, injected everywhere. */
@Configuration(proxyBeanMethods = false)
class KernelBeans {

    private static final int EVENT_THREADS = 6;
    private static final int EVENTS_WAITING_MOST = 10_000;

    private final SystemTime system = SystemTime.system();

    @Bean
    Clock clock() {
        return system.clock();
    }

    @Bean
    Ticker ticker() {
        return system.ticker();
    }

    /**
     * Runs the listeners that react to other rooms' events. Fewer threads than the database has connections, so that a
     * burst of events waits here and not at the pool; what does not fit into the queue is run by whoever published it.
     */
    @Bean
    ThreadPoolTaskExecutor applicationTaskExecutor() {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix("events-");
        executor.setCorePoolSize(EVENT_THREADS);
        executor.setMaxPoolSize(EVENT_THREADS);
        executor.setQueueCapacity(EVENTS_WAITING_MOST);
        executor.setRejectedExecutionHandler(new ThreadPoolExecutor.CallerRunsPolicy());
        executor.setWaitForTasksToCompleteOnShutdown(true);
        executor.setAwaitTerminationSeconds(10);
        return executor;
    }

    @Bean
    Ids ids() {
        return system.ids();
    }
}
