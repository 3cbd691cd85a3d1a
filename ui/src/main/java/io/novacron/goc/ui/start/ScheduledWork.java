package io.novacron.goc.ui.start;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.transaction.TransactionException;

/**
 * Work that runs by the clock: each piece on a thread of its own, because one that waits for a database that hangs, or
 * packs an hour, must not stop the picture of the board; what fails is told and comes again in its time.
 */
@Configuration(proxyBeanMethods = false)
final class ScheduledWork {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledWork.class);
    /** More than there are pieces of work. */
    private static final int THREADS = 32;

    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(THREADS);
        scheduler.setDaemon(true);
        scheduler.setThreadNamePrefix("scheduled-");
        scheduler.setRemoveOnCancelPolicy(true);
        scheduler.setErrorHandler(ScheduledWork::tell);
        return scheduler;
    }

    /** A database that is away is told in a line, for every piece of work would tell the same at length. */
    private static void tell(Throwable failure) {
        if (failure instanceof DataAccessException || failure instanceof TransactionException) {
            LOG.atWarn()
                    .log(
                            "scheduled work could not use the database and comes again: {}",
                            String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure)
                                    .getMessage()));
        } else {
            LOG.atError().setCause(failure).log("scheduled work failed");
        }
    }
}
