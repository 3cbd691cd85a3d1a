package io.novacron.goc.e2e;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for other processes: asks again and again until the answer is yes, at most so long. */
public final class Patience {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final long ASK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private Patience() {}

    /** Returns whether the answer was yes in time. */
    public static boolean until(int secondsMost, BooleanSupplier question) {
        Instant end = CLOCK.instant().plusSeconds(secondsMost);
        while (!question.getAsBoolean()) {
            if (CLOCK.instant().isAfter(end)) {
                return false;
            }
            LockSupport.parkNanos(ASK_EVERY_NANOS);
        }
        return true;
    }
}
