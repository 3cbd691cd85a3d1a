package io.novacron.goc.e2e.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Posts bodies to a receiver and counts what became of their points. */
public final class Sender implements AutoCloseable {

    private static final int ATTEMPTS_MOST = 2_400;
    private static final long PAUSE_NANOS = 50_000_000;

    private final Receiver receiver;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong pushedBack = new AtomicLong();

    public Sender(Receiver receiver) {
        this.receiver = receiver;
    }

    /** Points of bodies that were answered with 2xx. */
    public long acknowledged() {
        return acknowledged.get();
    }

    /** How often the receiver said: later. */
    public long pushedBack() {
        return pushedBack.get();
    }

    /**
     * Posts until the receiver takes it, as a real sender does with 5xx.
     *
     * @throws IllegalStateException when it refuses for good, or does not take it after many attempts
     */
    public void deliver(byte[] body, int points) {
        for (int attempt = 0; attempt < ATTEMPTS_MOST; attempt++) {
            int status = post(body);
            if (status / 100 == 2) {
                acknowledged.addAndGet(points);
                return;
            }
            if (status > 0 && status / 100 != 5) {
                throw new IllegalStateException("%s answers %d".formatted(receiver.name(), status));
            }
            pushedBack.incrementAndGet();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new IllegalStateException("%s does not take a body".formatted(receiver.name()));
    }

    /** Posts once; returns the status, or -1 when there was no answer. */
    public int post(byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(receiver.write())
                .header("Content-Type", "application/x-protobuf")
                .header("Content-Encoding", "snappy")
                .header("X-Prometheus-Remote-Write-Version", "0.1.0")
                .header("User-Agent", "drill/1")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (receiver.token() != null) {
            request.header("Authorization", "Bearer " + receiver.token());
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
