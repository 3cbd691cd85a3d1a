package io.novacron.goc.streaming.rollup;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** What became of points, over all senders; how large batches are; how far behind the reader is. */
final class FoldMeters {

    private final Counter folded;
    private final Counter late;
    private final Counter duplicates;
    private final Counter backfilled;
    private final Counter undefined;
    private final Counter listenerFailures;
    private final DistributionSummary batchPoints;
    private final AtomicLong lagRecords = new AtomicLong();

    FoldMeters(MeterRegistry meters) {
        this.folded = points(meters, "folded");
        this.late = points(meters, "late");
        this.duplicates = points(meters, "duplicate");
        this.backfilled = points(meters, "backfilled");
        this.undefined = points(meters, "undefined_series");
        this.listenerFailures = meters.counter("goc.telemetry.listener.failures");
        this.batchPoints = meters.summary("goc.telemetry.batch.points");
        meters.gauge("goc.telemetry.lag.records", lagRecords);
    }

    private static Counter points(MeterRegistry meters, String outcome) {
        return meters.counter("goc.telemetry.points", "source", "all", "outcome", outcome);
    }

    void count(PartitionFold.Outcome outcome) {
        folded.increment(outcome.folded().size());
        late.increment(outcome.late());
        duplicates.increment(outcome.duplicates());
        backfilled.increment(outcome.backfilled());
        undefined.increment(outcome.undefined());
    }

    void batch(int points) {
        batchPoints.record(points);
    }

    void behind(long records) {
        lagRecords.set(records);
    }

    void listenerFailed() {
        listenerFailures.increment();
    }
}
