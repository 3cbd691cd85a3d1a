package io.novacron.goc.streaming.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.novacron.goc.client.Points;
import io.novacron.goc.client.RefusedException;
import io.novacron.goc.client.TelemetryClient;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.TestingClock;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.Sources;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** The client that others use, against the door of the server; only the broker is stood in for. */
class NativeTest {

    private static final String MEDIA = "application/vnd.novacron.batch";

    private final TestingClock clock = TestingClock.at("2026-11-27T10:00:00Z");
    private final SeriesCatalog catalog = new SeriesCatalog(1, 1_000);
    private final Sources sources = new Sources(clock);
    private final List<PointBatch> taken = new CopyOnWriteArrayList<>();
    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private volatile boolean busy;
    private volatile NewSeries known = TestingSeries.unlimited(catalog, clock);
    private volatile NativeController door = newDoor();
    private HttpServer server;
    private TelemetryClient client;

    private NativeController newDoor() {
        return new NativeController(
                batch -> {
                    if (busy) {
                        busy = false;
                        return CompletableFuture.failedFuture(
                                new OperationsException(ErrorCode.OVERLOADED, "try again shortly"));
                    }
                    taken.add(batch);
                    return CompletableFuture.completedFuture(0);
                },
                known,
                sources,
                clock,
                new Turnstile());
    }

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/batch", this::answer);
        server.start();
        client = TelemetryClient.connect(
                URI.create("http://localhost:" + server.getAddress().getPort()), "goc_test", Duration.ofSeconds(20));
    }

    private void answer(HttpExchange exchange) throws IOException {
        int status = status(
                exchange.getRequestBody().readAllBytes(),
                exchange.getRequestHeaders().getFirst("Content-Type"));
        answers.add(status);
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private int status(byte[] body, String contentType) throws IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/batch");
        request.setContent(body);
        try {
            door.take(request, () -> "agent", contentType);
            return 204;
        } catch (OperationsException e) {
            return switch (e.code()) {
                case CONFLICT -> 409;
                case OVERLOADED, BROKER_UNAVAILABLE -> 503;
                case UNSUPPORTED_MEDIA -> 415;
                default -> 400;
            };
        }
    }

    @AfterEach
    void close() {
        client.close();
        server.stop(0);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverIsSentArrivesToTheBit(long seed) {
        Random random = new Random(seed);
        List<String> sent = new ArrayList<>();
        for (int series = 0; series < 50; series++) {
            client.define("metric_" + series, "host", "h" + series, "kind", "\u00e9 \"");
        }
        for (int batch = 0; batch < 20; batch++) {
            int many = random.nextInt(40);
            int first = random.nextInt(10);
            int[] series = new int[many];
            long[] times = new long[many];
            double[] values = new double[many];
            for (int i = 0; i < many; i++) {
                series[i] = batch % 2 == 0 ? first + i : random.nextInt(50);
                times[i] = clock.millis() + (batch % 3 == 0 ? 0 : random.nextInt(100_000) - 50_000);
                values[i] = switch (batch % 5) {
                    case 0 -> random.nextInt(100);
                    case 1 -> random.nextInt(10_000) - 5_000;
                    case 2 -> random.nextInt();
                    case 3 -> random.nextGaussian();
                    default -> i == 0 ? -0.0 : random.nextLong();
                };
                sent.add("metric_%d %d %s".formatted(series[i], times[i], values[i]));
            }
            client.send(new Points(series, times, values));
        }

        assertThat(received()).isEqualTo(sent);
    }

    private List<String> received() {
        List<String> received = new ArrayList<>();
        for (PointBatch batch : taken) {
            for (int i = 0; i < batch.size(); i++) {
                received.add("%s %d %s"
                        .formatted(
                                catalog.at(batch.series()[i]).key().metric(),
                                batch.timestampsMs()[i],
                                batch.values()[i]));
            }
        }
        return received;
    }

    @Test
    void definitionsTravelOnceAndAgainAfterARestart() {
        int[] series = {client.define("a"), client.define("b", "x", "1")};
        client.send(Points.at(clock.millis(), series, new double[] {1, 2}));
        client.send(Points.at(clock.millis() + 1, series, new double[] {3, 4}));

        door = newDoor();
        client.send(Points.at(clock.millis() + 2, series, new double[] {5, 6}));

        assertThat(answers).containsExactly(204, 204, 409, 204);
        assertThat(taken.stream().mapToInt(PointBatch::size).sum()).isEqualTo(6);
        assertThat(catalog.size()).isEqualTo(2);
    }

    @Test
    void whatIsNotTakenNowIsSentAgain() {
        busy = true;

        client.send(Points.at(clock.millis(), new int[] {client.define("a")}, new double[] {1}));

        assertThat(answers).containsExactly(503, 204);
        assertThat(received()).hasSize(1);
    }

    @Test
    void theSameBatchAgainIsAcknowledgedAndNotTakenTwice() throws IOException {
        byte[] body = batch(1, 7, 1);

        assertThat(status(body, MEDIA)).isEqualTo(204);
        assertThat(status(body, MEDIA)).isEqualTo(204);

        assertThat(taken).hasSize(1);
    }

    @Test
    void everySequenceThatWasNotAcknowledgedIsTaken() throws IOException {
        for (long sequence : new long[] {-1, 0, 1, 1_023, 1_024, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThat(status(batch(1, sequence, 1), MEDIA)).isEqualTo(204);
        }

        assertThat(taken).hasSize(7);
    }

    @Test
    void aSeriesBeyondAQuotaIsTriedAgainAndOthersGoOn() {
        known = TestingSeries.within(catalog, clock, 100, 2);
        door = newDoor();
        int[] series = {client.define("a"), client.define("b"), client.define("c")};

        client.send(Points.at(clock.millis(), series, new double[] {1, 2, 3}));
        clock.advance(Duration.ofMinutes(1));
        client.send(Points.at(clock.millis(), series, new double[] {4, 5, 6}));

        assertThat(taken).extracting(PointBatch::size).containsExactly(2, 3);
        assertThat(answers).containsExactly(204, 409, 204);
    }

    @Test
    void aSeriesThatBreaksARuleIsLeftOutAndCountedWhileOthersGoOn() {
        int good = client.define("good");
        int nameless = client.define("");
        int tooLong = client.define("long", "k", "x".repeat(2_000));
        int twice = client.define("twice", "k", "1", "k", "2");

        client.send(Points.at(clock.millis(), new int[] {good, nameless, tooLong, twice}, new double[] {1, 2, 3, 4}));
        client.send(Points.at(clock.millis() + 1, new int[] {nameless, good}, new double[] {5, 6}));

        assertThat(received()).hasSize(2).allMatch(point -> point.startsWith("good "));
        assertThat(sources.all().getFirst().rejected()).containsEntry("refused_series", 4L);
        assertThat(answers).containsOnly(204);
    }

    @Test
    void whatIsNoBatchIsRefusedForGood() throws IOException {
        byte[] good = batch(1, 1, 1);
        assertThat(status(good, "application/json")).isEqualTo(415);
        assertThat(status("hello, this is no batch at all".getBytes(StandardCharsets.UTF_8), MEDIA))
                .isEqualTo(400);
        for (int length = 0; length < good.length; length++) {
            assertThat(status(Arrays.copyOf(good, length), MEDIA)).isEqualTo(400);
        }
        assertThat(status(batch(1, 2, Integer.MAX_VALUE), MEDIA)).isEqualTo(400);
        assertThat(status(batch(1, 3, -1), MEDIA)).isEqualTo(400);
        assertThat(taken).isEmpty();
    }

    /** A batch by hand: one definition, one point that says that there are {@code points}. */
    private byte[] batch(long producer, long sequence, int points) {
        ByteBuffer out = ByteBuffer.allocate(100);
        out.putInt(0x474f4342).put((byte) 1).put((byte) (1 | 1 << 4 | 1 << 5));
        out.putLong(producer).putLong(sequence).putInt(1);
        out.putInt(0).putShort((short) 1).put((byte) 'm').put((byte) 0);
        out.putInt(points).putLong(clock.millis()).putInt(0).put((byte) 9);
        return Arrays.copyOf(out.array(), out.position());
    }

    @Test
    void aClientThatIsRefusedSaysSo() {
        client.define("m");
        server.removeContext("/api/v1/batch");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> client.send(Points.at(1, new int[] {0}, new double[] {1})))
                .matches(RefusedException::isForGood);
    }
}
