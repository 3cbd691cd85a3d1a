package io.novacron.goc.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

class ScheduledWorkTest {

    private final ThreadPoolTaskScheduler scheduler = new ScheduledWork().taskScheduler();

    @AfterEach
    void stop() {
        scheduler.shutdown();
    }

    @Test
    void aPieceOfWorkThatHangsStopsNoOther() throws InterruptedException {
        CountDownLatch hang = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(5);
        scheduler.initialize();

        for (int each = 0; each < 11; each++) {
            scheduler.scheduleWithFixedDelay(() -> await(hang), Duration.ofMillis(1));
        }
        scheduler.scheduleAtFixedRate(others::countDown, Duration.ofMillis(1));

        assertThat(others.await(20, TimeUnit.SECONDS)).isTrue();
        hang.countDown();
    }

    @Test
    void workThatFailsComesAgain() throws InterruptedException {
        CountDownLatch tries = new CountDownLatch(3);
        scheduler.initialize();

        scheduler.scheduleWithFixedDelay(
                () -> {
                    tries.countDown();
                    throw new DataAccessResourceFailureException("the database is away");
                },
                Duration.ofMillis(1));

        assertThat(tries.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
