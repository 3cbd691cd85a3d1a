package io.novacron.goc.e2e.load;

import io.novacron.goc.client.Points;
import io.novacron.goc.client.TelemetryClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends all series round after round in native batches, one point each of the time it is sent, over several
 * connections at once. A series is always sent by the same connection, so that its points come in order.
 */
public final class NativeRounds implements AutoCloseable {

    private static final int POINTS_A_BATCH = 10_000;
    private static final int CONNECTIONS = 4;
    private static final Clock CLOCK = Clock.systemUTC();

    private final CpuOnly data;
    private final TelemetryClient client;
    private final List<Part> parts = new ArrayList<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private final ExecutorService connections = Executors.newFixedThreadPool(
            CONNECTIONS, Thread.ofPlatform().name("sender-", 0).factory());
    private long timeMs;

    /** A few series that travel together; the arrays are used again. */
    private record Part(int[] series, long[] times, double[] values) {}

    /** Defines the series. */
    public NativeRounds(CpuOnly data, TelemetryClient client) {
        this.data = data;
        this.client = client;
        for (int series = 0; series < data.series(); series++) {
            List<String> labels = data.labels(series);
            client.define(labels.get(1), labels.subList(2, labels.size()).toArray(String[]::new));
        }
        for (int first = 0; first < data.series(); first += POINTS_A_BATCH) {
            int many = Math.min(POINTS_A_BATCH, data.series() - first);
            int[] series = new int[many];
            int from = first;
            Arrays.setAll(series, i -> from + i);
            parts.add(new Part(series, new long[many], new double[many]));
        }
    }

    /** Points that the server has acknowledged. */
    public long acknowledged() {
        return acknowledged.get();
    }

    /** The time of the last round, epoch milliseconds. */
    public long lastTimeMs() {
        return timeMs;
    }

    /** Sends one round and returns when all of it was taken. */
    public void send() throws InterruptedException {
        data.step();
        timeMs = Math.max(timeMs + 1, CLOCK.millis());
        List<Future<?>> under = new ArrayList<>();
        for (int connection = 0; connection < CONNECTIONS; connection++) {
            int mine = connection;
            under.add(connections.submit(() -> sendShare(mine)));
        }
        for (Future<?> share : under) {
            try {
                share.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("the load could not be sent", e.getCause());
            }
        }
    }

    private void sendShare(int connection) {
        for (int number = connection; number < parts.size(); number += CONNECTIONS) {
            Part part = parts.get(number);
            Arrays.fill(part.times(), timeMs);
            for (int i = 0; i < part.values().length; i++) {
                part.values()[i] = data.value(part.series()[i]);
            }
            client.send(new Points(part.series(), part.times(), part.values()));
            acknowledged.addAndGet(part.series().length);
        }
    }

    @Override
    public void close() {
        connections.shutdownNow();
    }
}
