package io.novacron.goc.ui.start;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Work that runs by the clock: what fails is told and comes again in its time. */
@Configuration(proxyBeanMethods = false)
final class ScheduledWork {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledWork.class);

    @Bean
    SimpleAsyncTaskSchedulerCustomizer scheduledFailures() {
        return scheduler -> scheduler.setErrorHandler(ScheduledWork::tell);
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
