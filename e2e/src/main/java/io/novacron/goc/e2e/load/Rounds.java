package io.novacron.goc.e2e.load;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends all series round after round, one sample each of the time it is sent, over several connections at once. A
 * series is always sent by the same connection, so that its samples come in order.
 */
public final class Rounds implements AutoCloseable {

    /** What a vmagent sends at once by default. */
    public static final int POINTS_A_BODY = 10_000;

    private static final int CONNECTIONS = 4;

    private static final Clock CLOCK = Clock.systemUTC();

    private final CpuOnly data;
    private final List<RemoteWriteBody> bodies = new ArrayList<>();
    private final ExecutorService connections = Executors.newFixedThreadPool(
            CONNECTIONS, Thread.ofPlatform().name("sender-", 0).factory());
    private long timeMs;

    /** Lays out the bodies. */
    public Rounds(CpuOnly data) {
        this.data = data;
        for (int first = 0; first < data.series(); first += POINTS_A_BODY) {
            bodies.add(new RemoteWriteBody(data, first, Math.min(first + POINTS_A_BODY, data.series())));
        }
    }

    /** Sends so many rounds, and returns when all of them were taken. */
    public void send(Sender to, int rounds) throws InterruptedException {
        for (int round = 0; round < rounds; round++) {
            data.step();
            long time = Math.max(timeMs + 1, CLOCK.millis());
            timeMs = time;
            List<Future<?>> under = new ArrayList<>();
            for (int connection = 0; connection < CONNECTIONS; connection++) {
                int mine = connection;
                under.add(connections.submit(() -> sendShare(to, mine, time)));
            }
            for (Future<?> share : under) {
                await(share);
            }
        }
    }

    private void sendShare(Sender to, int connection, long time) {
        for (int body = connection; body < bodies.size(); body += CONNECTIONS) {
            to.deliver(bodies.get(body).encode(data, time), bodies.get(body).points());
        }
    }

    private static void await(Future<?> share) throws InterruptedException {
        try {
            share.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the load could not be sent", e.getCause());
        }
    }

    @Override
    public void close() {
        connections.shutdownNow();
    }
}
