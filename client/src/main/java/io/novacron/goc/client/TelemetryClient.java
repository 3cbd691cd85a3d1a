package io.novacron.goc.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A connection to a NovaCron GOC. Safe for use by many threads; the batches of one series must come from one of them,
 * so that its times rise. {@link #send} returns once the points are with the broker: until then they are the caller's
 * to keep.
 */
public final class TelemetryClient implements AutoCloseable {

    private static final int CONFLICT = 409;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final long PAUSE_MS_LEAST = 50;
    private static final long PAUSE_MS_MOST = 2_000;

    private final URI door;
    private final String token;
    private final Duration patience;
    private final HttpClient http;
    private final long producer = new SecureRandom().nextLong();
    private final AtomicLong sequence = new AtomicLong();
    private final List<Definition> definitions = new ArrayList<>();
    private final BitSet announced = new BitSet();

    private TelemetryClient(URI address, String token, Duration patience) {
        this.door = address.resolve("/api/v1/batch");
        this.token = token;
        this.patience = patience;
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /**
     * Prepares a client that tries for two minutes to have a batch taken.
     *
     * @param address where the product answers, for example {@code http://localhost:8080}
     * @param token a token with the scope TELEMETRY_WRITE
     */
    public static TelemetryClient connect(URI address, String token) {
        return connect(address, token, Duration.ofMinutes(2));
    }

    /** As {@link #connect(URI, String)}, trying for so long. */
    public static TelemetryClient connect(URI address, String token, Duration patience) {
        return new TelemetryClient(address, token, patience);
    }

    /**
     * Gives a series a number. Numbers rise from 0; those that rise together travel best together.
     *
     * @param namesAndValues labels: name, value, name, value
     */
    public int define(String metric, String... namesAndValues) {
        if (namesAndValues.length % 2 != 0 || namesAndValues.length > 2 * 255) {
            throw new IllegalArgumentException("labels are names and values by turns, at most 255 of each");
        }
        synchronized (definitions) {
            int number = definitions.size();
            definitions.add(new Definition(number, metric, List.of(namesAndValues)));
            return number;
        }
    }

    /**
     * Sends points and waits until the broker has them. What the server could not take just now is sent again, also
     * over its restart.
     *
     * @throws RefusedException when it never will be taken, or was not in time
     */
    public void send(Points points) {
        long number = sequence.incrementAndGet();
        long until = System.nanoTime() + patience.toNanos();
        for (long pauseMs = PAUSE_MS_LEAST; ; pauseMs = Math.min(pauseMs * 2, PAUSE_MS_MOST)) {
            List<Definition> news = unannounced(points);
            Answer answer = post(BatchBody.encode(producer, number, news, points));
            if (answer.status() / 100 == 2) {
                announced(news);
                return;
            }
            if (answer.status() == CONFLICT) {
                forget();
            } else if (answer.status() / 100 == 4) {
                throw new RefusedException("the batch is refused: " + answer.body(), true);
            }
            if (System.nanoTime() > until) {
                throw new RefusedException(
                        "the batch was not taken within %d s: %s".formatted(patience.toSeconds(), answer.body()),
                        false);
            }
            if (answer.status() != CONFLICT) {
                pause(Math.max(pauseMs, answer.retryAfterMs()));
            }
        }
    }

    private List<Definition> unannounced(Points points) {
        synchronized (definitions) {
            if (announced.cardinality() == definitions.size()) {
                return List.of();
            }
            BitSet wanted = new BitSet();
            for (int series : points.series()) {
                wanted.set(series);
            }
            wanted.andNot(announced);
            return wanted.stream().mapToObj(definitions::get).toList();
        }
    }

    private void announced(List<Definition> news) {
        if (!news.isEmpty()) {
            synchronized (definitions) {
                news.forEach(definition -> announced.set(definition.number()));
            }
        }
    }

    /** The server does not know our numbers (any more): all are announced again. */
    private void forget() {
        synchronized (definitions) {
            announced.clear();
        }
    }

    /** What the server said; status 0 when it said nothing. */
    private record Answer(int status, String body, long retryAfterMs) {}

    private Answer post(byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(door)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/vnd.novacron.batch")
                .timeout(ANSWER_WITHIN)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            long retryAfter = answer.headers().firstValueAsLong("Retry-After").orElse(0);
            return new Answer(answer.statusCode(), answer.body(), retryAfter * 1_000);
        } catch (IOException e) {
            return new Answer(0, "no answer: " + e.getMessage(), 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException("interrupted while a batch was sent", false);
        }
    }

    private static void pause(long milliseconds) {
        long jitter = ThreadLocalRandom.current().nextLong(milliseconds / 4 + 1);
        LockSupport.parkNanos(Duration.ofMillis(milliseconds + jitter).toNanos());
    }

    @Override
    public void close() {
        http.close();
    }
}
