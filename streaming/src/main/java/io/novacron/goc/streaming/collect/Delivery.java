package io.novacron.goc.streaming.collect;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.Sources;
import io.novacron.goc.telemetry.TelemetrySink;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Hands points to the broker and waits for its answer, in the way of every door. */
public final class Delivery {

    private static final int ANSWER_WITHIN_SECONDS = 25;

    private final TelemetrySink sink;
    private final Sources sources;

    public Delivery(TelemetrySink sink, Sources sources) {
        this.sink = sink;
        this.sources = sources;
    }

    /**
     * Returns once the broker has the points, with how many of them could not enter because of their time.
     *
     * @throws OperationsException OVERLOADED or BROKER_UNAVAILABLE when they should be sent again; TOO_LARGE when never
     */
    public int acknowledged(PointBatch batch) {
        try {
            return sink.accept(batch)
                    .orTimeout(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof OperationsException known
                    ? known
                    : new OperationsException(
                            ErrorCode.BROKER_UNAVAILABLE, "the broker did not answer in time; send again", e);
        }
    }

    /** The same for senders who hear no answer: what the broker did not take is counted, and gone. */
    public void acknowledgedOrCounted(PointBatch batch) {
        if (batch.size() > 0) {
            try {
                acknowledged(batch);
            } catch (OperationsException e) {
                sources.rejected(batch.source(), "not_sent", batch.size(), e.explanation());
            }
        }
    }

    /** Counts a request that is refused as a whole; returns why. */
    public OperationsException refused(String source, OperationsException why) {
        sources.rejected(source, "request_" + why.code().name().toLowerCase(Locale.ROOT), 1, why.explanation());
        return why;
    }
}
