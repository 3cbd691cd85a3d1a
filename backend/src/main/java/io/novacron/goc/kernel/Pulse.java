package io.novacron.goc.kernel;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Does the same work again and again on a daemon thread of its own: once a period, and at once when woken. The many
 * wakings of one beat count as one. What the work throws ends that beat, not the pulse.
 */
public final class Pulse {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String name;
    private final Duration period;
    private final Clock clock;
    private final Work work;
    private final Consumer<RuntimeException> failed;
    private final Semaphore wake = new Semaphore(0);
    private volatile @Nullable Thread thread;

    /** What is done at each beat. */
    @FunctionalInterface
    public interface Work {

        /**
         * @param overslept how much longer than the period the thread was kept from its work, zero at most times; long
         *     when the process or its machine stood still
         */
        void beat(Duration overslept);
    }

    /** @param failed hears what the work throws */
    public Pulse(String name, Duration period, Clock clock, Work work, Consumer<RuntimeException> failed) {
        this.name = name;
        this.period = period;
        this.clock = clock;
        this.work = work;
        this.failed = failed;
    }

    public void start() {
        Thread beating = Thread.ofPlatform().daemon().name(name).unstarted(this::beat);
        thread = beating;
        beating.start();
    }

    /** Asks for a beat now. */
    public void wake() {
        wake.release();
    }

    public boolean isRunning() {
        return thread != null;
    }

    /** Ends after the beat under way, and waits up to {@code PATIENCE} for that. */
    public void stop() {
        Thread beating = thread;
        thread = null;
        if (beating == null) {
            return;
        }
        wake.release();
        try {
            beating.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        Duration overslept = Duration.ZERO;
        while (thread == Thread.currentThread()) {
            try {
                work.beat(overslept);
            } catch (RuntimeException e) {
                failed.accept(e);
            }
            long asleepMs = clock.millis();
            try {
                if (wake.tryAcquire(period.toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            overslept = Duration.ofMillis(Math.max(0, clock.millis() - asleepMs - period.toMillis()));
        }
    }
}
