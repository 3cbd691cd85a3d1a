package io.novacron.goc.telemetry;

import java.util.concurrent.CompletableFuture;

/** The way in for every source. */
@FunctionalInterface
public interface TelemetrySink {

    /**
     * Hands over the points of a batch whose series were resolved by {@link SeriesCatalog#resolve}.
     *
     * @return completes when the broker has acknowledged every point (only then may the sender be told yes); fails with
     *     an {@code OperationsException} BROKER_UNAVAILABLE or OVERLOADED when the sender should try again
     */
    CompletableFuture<Void> accept(PointBatch batch);
}
