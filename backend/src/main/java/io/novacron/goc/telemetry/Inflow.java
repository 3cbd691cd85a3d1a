package io.novacron.goc.telemetry;

/**
 * The time by which silence is judged: that of the newest batch, going on with the wall clock between two batches.
 * When none come
 * it stands still for a grace, because a pause of this process, or of the way in, must not be taken for the silence
 * of every
 * source at once; and while a backlog is read, what waits in it is not missed yet. It never stays further behind than
 * the grace.
 */
public final class Inflow {

    private static final long FLOWING_MS = 1_500;

    private final long graceMs;
    private long newestAcceptedMs;
    private long lastFoldMs;

    /** @param graceMs how far judgement may stay behind the wall clock while nothing comes in */
    public Inflow(long graceMs) {
        this.graceMs = graceMs;
    }

    public void folded(PointBatch batch, long nowMs) {
        newestAcceptedMs = Math.max(newestAcceptedMs, batch.acceptedAt().toEpochMilli());
        lastFoldMs = nowMs;
    }

    /** The time that counts as now, epoch milliseconds. */
    public long referenceMs(long nowMs) {
        long sinceFoldMs = Math.clamp(nowMs - lastFoldMs, 0, FLOWING_MS);
        return Math.clamp(newestAcceptedMs + sinceFoldMs, nowMs - graceMs, nowMs);
    }
}
