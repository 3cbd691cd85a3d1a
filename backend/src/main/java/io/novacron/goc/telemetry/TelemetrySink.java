package io.novacron.goc.telemetry;

import java.util.concurrent.CompletableFuture;

/** The way in for every source. */
@FunctionalInterface
public interface TelemetrySink {

    /**
     * Hands over the points of a batch whose series were resolved by {@link SeriesCatalog#resolve}.
     *
     * @return completes when the broker has acknowledged every point that may enter (only then may the sender be told
     *     yes), with how many were left out because of their time; fails with an {@code OperationsException}
     *     BROKER_UNAVAILABLE or OVERLOADED when the sender should try again
     */
    CompletableFuture<Integer> accept(PointBatch batch);
}
