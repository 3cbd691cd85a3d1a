package io.novacron.goc.ui.live;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Waits for the commit by hand: a transactional listener would be written to the event registry with every event, and
 * a nudge that is lost with the process needs no second try.
 */
final class AfterCommit {

    private AfterCommit() {}

    /** Runs the work when the transaction of this thread has been committed; at once when there is none. */
    static void run(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
