package io.novacron.goc.telemetry;

/**
 * Sees every batch after it was folded into its rollups, in the order of its partition, on the folding thread: return
 * within a millisecond. After a restart the batches since the last stored rollups are seen again.
 */
@FunctionalInterface
public interface PointListener {

    void folded(PointBatch batch);
}
