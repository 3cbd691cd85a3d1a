package io.novacron.goc.kernel;

/** A monotonic source of nanoseconds for measuring durations; unrelated to wall time. */
@FunctionalInterface
public interface Ticker {

    long nanos();

    static Ticker system() {
        return System::nanoTime;
    }
}
