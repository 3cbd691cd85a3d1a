package io.novacron.goc.telemetry;

/**
 * The time by which silence is judged: that of the newest batch, going on with the wall clock between two batches. When
 * none come it stands still for a grace, because a pause of this process, or of the way in, must not be taken for the
 * silence of every source at once; and while a backlog is read, what waits in it is not missed yet. It never stays
 * further behind than the grace.
 */
public final class Inflow {

    private static final long FLOWING_MS = 1_500;
    private static final double SHORTEST_STALL_MS = 3_000;
    private static final double UNUSUAL = 3;
    private static final double LEARNING = 0.3;
    private static final double FORGETTING = 0.999;

    private final long graceMs;
    private long newestAcceptedMs;
    private long lastFoldMs;
    private long resumedMs;
    private double usualPauseMs;

    /** @param graceMs how far judgement may stay behind the wall clock while nothing comes in */
    public Inflow(long graceMs) {
        this.graceMs = graceMs;
    }

    public void folded(PointBatch batch, long nowMs) {
        newestAcceptedMs = Math.max(newestAcceptedMs, batch.acceptedAt().toEpochMilli());
        long pauseMs = nowMs - lastFoldMs;
        if (pauseMs > Math.max(SHORTEST_STALL_MS, UNUSUAL * usualPauseMs)) {
            resumedMs = nowMs;
        }
        learn(lastFoldMs == 0 ? 0 : (double) pauseMs);
        lastFoldMs = nowMs;
    }

    /** Says that this process, not its senders, stood still until now. */
    public void resumed(long nowMs) {
        resumedMs = nowMs;
    }

    /** Learns the longest of the usual pauses: sources that speak seldom make long ones. */
    private void learn(double pauseMs) {
        if (pauseMs > usualPauseMs) {
            double bounded = usualPauseMs == 0 ? pauseMs : Math.min(pauseMs, UNUSUAL * usualPauseMs);
            usualPauseMs += LEARNING * (bounded - usualPauseMs);
        } else {
            usualPauseMs *= FORGETTING;
        }
    }

    /**
     * When batches began to come in again after an unusual pause, or first came in: nobody can be missed before they
     * had the time to be heard since then.
     */
    public long resumedMs() {
        return resumedMs;
    }

    /** The time that counts as now, epoch milliseconds. */
    public long referenceMs(long nowMs) {
        long sinceFoldMs = Math.clamp(nowMs - lastFoldMs, 0, FLOWING_MS);
        return Math.clamp(newestAcceptedMs + sinceFoldMs, nowMs - graceMs, nowMs);
    }
}
