package io.novacron.goc.e2e;

import java.util.concurrent.TimeUnit;

/** Ends the programs that a journey or a drill started. */
public final class ChildProcess {

    private static final int END_SECONDS_MOST = 20;

    private ChildProcess() {}

    /** Asks it to end, waits, and ends it the hard way when it does not. */
    public static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS_MOST, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
