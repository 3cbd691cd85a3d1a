package io.novacron.goc.fleet.simulated;

import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.TelemetrySink;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Gathers the points of one second into batches and hands each over when it is full. What the sink does not take is
 * reported and gone: a second that has passed is worth less than the one that comes.
 */
final class Batches {

    private static final int POINTS = 4_000;

    private final String source;
    private final Instant acceptedAt;
    private final long timestampMs;
    private final TelemetrySink sink;
    private final IntConsumer onDropped;
    private final int[] series = new int[POINTS];
    private final double[] values = new double[POINTS];
    private int size;

    Batches(String source, Instant acceptedAt, long timestampMs, TelemetrySink sink, IntConsumer onDropped) {
        this.source = source;
        this.acceptedAt = acceptedAt;
        this.timestampMs = timestampMs;
        this.sink = sink;
        this.onDropped = onDropped;
    }

    void add(int seriesIndex, double value) {
        series[size] = seriesIndex;
        values[size] = value;
        size++;
        if (size == POINTS) {
            send();
        }
    }

    void send() {
        if (size == 0) {
            return;
        }
        long[] times = new long[size];
        Arrays.fill(times, timestampMs);
        PointBatch batch =
                new PointBatch(source, acceptedAt, Arrays.copyOf(series, size), times, Arrays.copyOf(values, size));
        size = 0;
        sink.accept(batch).whenComplete((done, failure) -> {
            if (failure != null) {
                onDropped.accept(batch.size());
            }
        });
    }
}
