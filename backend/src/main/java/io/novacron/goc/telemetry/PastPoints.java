package io.novacron.goc.telemetry;

import java.time.Instant;

/**
 * Takes points that were folded before this process began to read, so that the last minutes are whole again after a
 * restart. They come oldest first within a series, and may come more than once.
 */
public interface PastPoints {

    /** Points from before are about to come; {@link #pastEnds} must follow. Until then nobody knows what is missing. */
    void pastBegins();

    /** How far back points are wanted. */
    Instant wantedSince();

    /** Takes points from before. Their batches may come on any thread. */
    void past(PointBatch batch);

    /** All points since then have been handed over. */
    void pastIsWhole(Instant since);

    /** No more points will come, whether they are whole or not. */
    void pastEnds();
}
