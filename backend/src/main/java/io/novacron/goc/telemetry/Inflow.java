package io.novacron.goc.telemetry;

/**
 * The time by which silence is judged. While batches come in it is the wall clock. When none come at all, it stands still for a
 * grace: a pause of this process, or of the way in, must not be taken for the silence of every source at once.
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
        return nowMs - lastFoldMs < FLOWING_MS ? nowMs : Math.max(newestAcceptedMs, nowMs - graceMs);
    }
}
