package io.novacron.goc.kernel;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits, within a bound, for what a real thread or server will do. */
public final class Eventually {

    private Eventually() {}

    /** Returns once the condition holds; fails with the description when it does not within the bound. */
    public static void until(String description, Duration atMost, BooleanSupplier condition) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + atMost + ": " + description);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
