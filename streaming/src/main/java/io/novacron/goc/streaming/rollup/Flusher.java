package io.novacron.goc.streaming.rollup;

import io.micrometer.core.instrument.Timer;
import io.novacron.goc.telemetry.Flush;
import io.novacron.goc.telemetry.RollupStore;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores flushes on a thread of its own, trying again for as long as the database is away. */
final class Flusher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Flusher.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RollupStore store;
    private final Timer timer;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("rollup-flush").factory());
    private final Phaser underWay = new Phaser(1);
    private volatile boolean closed;

    Flusher(RollupStore store, Timer timer) {
        this.store = store;
        this.timer = timer;
    }

    /** Stores the flush soon; {@code done} hears whether it counted. It hears nothing when this is closed before. */
    void store(Flush flush, Consumer<Boolean> done) {
        underWay.register();
        thread.execute(() -> {
            try {
                storeUntilDone(flush, done);
            } finally {
                underWay.arriveAndDeregister();
            }
        });
    }

    private void storeUntilDone(Flush flush, Consumer<Boolean> done) {
        boolean complained = false;
        while (!closed) {
            try {
                done.accept(Boolean.TRUE.equals(timer.record(() -> store.write(flush))));
                if (complained) {
                    LOG.atInfo().log("the database takes rollups again");
                }
                return;
            } catch (RuntimeException e) {
                if (!complained) {
                    complained = true;
                    LOG.atError()
                            .addKeyValue("partition", flush.partition())
                            .setCause(e)
                            .log("rollups cannot be stored; trying until the database is back, nothing is lost");
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** Waits until what was handed over is stored, at most so long. */
    void await(Duration atMost) {
        int phase = underWay.arrive();
        try {
            underWay.awaitAdvanceInterruptibly(phase, atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            LOG.atWarn().log("rollups are still being stored; they will be folded again after the restart");
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.shutdown();
    }
}
