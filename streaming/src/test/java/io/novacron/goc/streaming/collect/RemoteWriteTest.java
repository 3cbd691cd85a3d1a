package io.novacron.goc.streaming.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.novacron.goc.kernel.Draws;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.TestingClock;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.SeriesKey;
import io.novacron.goc.telemetry.Sources;
import io.novacron.goc.telemetry.TelemetrySink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RemoteWriteTest {

    private static final String PROTOBUF = "application/x-protobuf";
    private static final String VERSION_2 = PROTOBUF + ";proto=io.prometheus.write.v2.Request";
    private static final int BODIES = 2_000;
    private static final long NOW = 1_790_000_000_000L;

    private final TestingClock clock = TestingClock.at("2026-09-21T15:33:20Z");
    private final SeriesCatalog catalog = new SeriesCatalog(1, 50_000);
    private final NewSeries known = TestingSeries.unlimited(catalog, clock);
    private final Sources sources = new Sources(clock);
    private final List<PointBatch> taken = new ArrayList<>();
    private final TelemetrySink taking = batch -> {
        taken.add(batch);
        return CompletableFuture.completedFuture(0);
    };

    @Test
    void aRequestOfASenderBecomesPointsOfASourceNamedAfterIt() throws IOException {
        byte[] body = new WriteRequest()
                .series(NOW, 0.5, "__name__", "node_load1", "instance", "web-1:9100")
                .series(NOW, 0, "__name__", "up", "instance", "web-1:9100")
                .body();

        write(taking, PROTOBUF, "snappy", body);

        PointBatch batch = taken.getFirst();
        assertThat(batch.source()).isEqualTo("prometheus:edge-1");
        assertThat(batch.timestampsMs()).containsExactly(NOW, NOW);
        assertThat(batch.values()).containsExactly(0.5, 0);
        assertThat(catalog.at(batch.series()[0]).key()).isEqualTo(SeriesKey.of("node_load1", "instance", "web-1:9100"));
    }

    @Test
    void aSeriesThatBreaksARuleIsLeftOutAndCountedAndTheOthersGoOn() throws IOException {
        String tenMegabytes = Draws10Mb.text();
        byte[] body = new WriteRequest()
                .series(NOW, 1, "__name__", "good", "a", "b")
                .series(NOW, 1, "__name__", "large_value", "a", tenMegabytes)
                .series(NOW, 1, "a", "nameless")
                .series(NOW, 1, "__name__", "twice", "a", "1", "a", "2")
                .series(NOW, 1, "__name__", "nul", "a", "x\0y")
                .series(NOW, Double.longBitsToDouble(0x7ff0_0000_0000_0002L), "__name__", "gone", "a", "b")
                .series(NOW, 2, "__name__", "good_too", "a", "b")
                .body();

        write(taking, PROTOBUF, "snappy", body);

        assertThat(taken.getFirst().values()).containsExactly(1, 2);
        assertThat(sources.all().getFirst().rejected())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("label_value_length", 1L, "label_nul", 1L, "invalid_input", 2L, "stale_marker", 1L));
    }

    static Stream<Arguments> badRequests() {
        byte[] sound = new WriteRequest().series(NOW, 1, "__name__", "up").body();
        byte[] protobuf = new WriteRequest().series(NOW, 1, "__name__", "up").protobuf();
        byte[] cut = java.util.Arrays.copyOf(protobuf, protobuf.length - 3);
        return Stream.of(
                Arguments.of("JSON", "application/json", "snappy", sound, ErrorCode.UNSUPPORTED_MEDIA),
                Arguments.of("no content type", "", "snappy", sound, ErrorCode.UNSUPPORTED_MEDIA),
                Arguments.of("gzip", PROTOBUF, "gzip", sound, ErrorCode.UNSUPPORTED_MEDIA),
                Arguments.of("not compressed", PROTOBUF, "", sound, ErrorCode.UNSUPPORTED_MEDIA),
                Arguments.of("empty", PROTOBUF, "snappy", new byte[0], ErrorCode.INVALID_INPUT),
                Arguments.of(
                        "no snappy",
                        PROTOBUF,
                        "snappy",
                        "hello, world".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                        ErrorCode.INVALID_INPUT),
                Arguments.of(
                        "protobuf cut short",
                        PROTOBUF,
                        "snappy",
                        WriteRequest.compressed(cut),
                        ErrorCode.INVALID_INPUT),
                Arguments.of(
                        "bomb of 4 GiB",
                        PROTOBUF,
                        "snappy",
                        new byte[] {-1, -1, -1, -1, 15, 0, 0},
                        ErrorCode.TOO_LARGE),
                Arguments.of(
                        "bomb of zeroes",
                        PROTOBUF,
                        "snappy",
                        WriteRequest.compressed(new byte[33 << 20]),
                        ErrorCode.TOO_LARGE),
                Arguments.of(
                        "body of 8 MiB and one", PROTOBUF, "snappy", new byte[(8 << 20) + 1], ErrorCode.TOO_LARGE));
    }

    static Stream<Arguments> badRequestsOfVersion2() {
        byte[] sound = new WriteRequest().series(NOW, 1, "__name__", "up").body();
        return Stream.of(
                Arguments.of(
                        "2.0 of a later kind",
                        PROTOBUF + ";proto=io.prometheus.write.v3.Request",
                        "snappy",
                        sound,
                        ErrorCode.UNSUPPORTED_MEDIA),
                Arguments.of(
                        "2.0 with a label that refers to nothing",
                        VERSION_2,
                        "snappy",
                        new WriteRequest2().series(NOW, 1, 1, 99).body(),
                        ErrorCode.INVALID_INPUT),
                Arguments.of(
                        "2.0 with half a label",
                        VERSION_2,
                        "snappy",
                        new WriteRequest2()
                                .symbols("__name__", "up", "a")
                                .series(NOW, 1, 1, 2, 3)
                                .body(),
                        ErrorCode.INVALID_INPUT),
                Arguments.of(
                        "2.0 whose first symbol is a text",
                        VERSION_2,
                        "snappy",
                        WriteRequest.compressed(new byte[] {4 << 3 | 2, 1, 'a'}),
                        ErrorCode.INVALID_INPUT),
                Arguments.of(
                        "2.0 with a million and one empty symbols",
                        VERSION_2,
                        "snappy",
                        WriteRequest.compressed(manySymbols()),
                        ErrorCode.TOO_LARGE));
    }

    @ParameterizedTest(name = "{0} → {4}")
    @MethodSource({"badRequests", "badRequestsOfVersion2"})
    void whatIsNotSpokenHereIsRefusedWithASentence(
            String name, String contentType, String encoding, byte[] body, ErrorCode code) {
        assertThatThrownBy(() -> write(taking, contentType, encoding, body))
                .isInstanceOfSatisfying(OperationsException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.explanation()).hasSizeGreaterThan(20);
                });
        assertThat(taken).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void rubbishIsTakenForPointsOrRefusedButNeverHarms(long seed) {
        Draws draws = new Draws(seed);
        byte[] sound = new WriteRequest()
                .series(NOW, 1, "__name__", "up", "a", "b")
                .series(NOW, 2, "__name__", "load", "a", "c")
                .protobuf();
        byte[] sound2 = new WriteRequest2()
                .symbols("__name__", "up", "a", "b")
                .series(NOW, 1, 1, 2, 3, 4)
                .protobuf();
        KnownSeries read = new KnownSeries(catalog, known, sources);
        RemoteWriteParser parser = new RemoteWriteParser(read);
        RemoteWrite2Parser parser2 = new RemoteWrite2Parser(read);

        for (int body = 0; body < BODIES; body++) {
            boolean isVersion2 = body % 8 >= 4;
            byte[] bytes = isVersion2 ? sound2.clone() : sound.clone();
            for (int change = 0; change <= body % 4; change++) {
                bytes[(int) (draws.uniform(change, body) * bytes.length)] = (byte) draws.bits(10 + change, body);
            }
            byte[] compressed = body % 2 == 0 ? WriteRequest.compressed(bytes) : bytes;
            try {
                byte[] decoded = new byte[Snappy.decodedLength(compressed)];
                ProtobufReader protobuf = new ProtobufReader(decoded, 0, Snappy.decode(compressed, decoded));
                ParsedWrite write = isVersion2
                        ? parser2.parse(protobuf, "fuzz", clock.instant())
                        : parser.parse(protobuf, "fuzz", clock.instant());
                assertThat(write.batch().size()).isLessThanOrEqualTo(write.accepted());
            } catch (OperationsException refusal) {
                assertThat(refusal.code()).isIn(ErrorCode.INVALID_INPUT, ErrorCode.TOO_LARGE);
            }
        }
    }

    private static byte[] manySymbols() {
        byte[] request = new byte[2_000_002];
        for (int i = 0; i < request.length; i += 2) {
            request[i] = 4 << 3 | 2;
        }
        return request;
    }

    @Test
    void version2FindsTheSeriesOfVersion1AndSaysWhatWasWritten() throws IOException {
        byte[] first = new WriteRequest()
                .series(NOW, 0.5, "__name__", "node_load1", "instance", "web-1:9100")
                .body();
        byte[] second = new WriteRequest2()
                .symbols("__name__", "node_load1", "instance", "web-1:9100")
                .series(NOW + 1_000, 0.7, 1, 2, 3, 4)
                .series(NOW + 1_000, Double.longBitsToDouble(0x7ff0_0000_0000_0002L), 1, 2, 3, 4)
                .withHistogramAndExemplar(1, 2, 3, 4)
                .body();

        write(taking, PROTOBUF, "snappy", first);
        MockHttpServletResponse answer = write(taking, VERSION_2, "snappy", second);

        assertThat(taken.get(1).series()).containsExactly(taken.get(0).series()[0]);
        assertThat(taken.get(1).values()).containsExactly(0.7);
        assertThat(catalog.size()).isEqualTo(1);
        assertThat(answer.getHeader("X-Prometheus-Remote-Write-Samples-Written"))
                .isEqualTo("2");
        assertThat(answer.getHeader("X-Prometheus-Remote-Write-Histograms-Written"))
                .isEqualTo("0");
        assertThat(answer.getHeader("X-Prometheus-Remote-Write-Exemplars-Written"))
                .isEqualTo("0");
        assertThat(sources.all().getFirst().rejected())
                .isEqualTo(Map.of("stale_marker", 1L, "native_histogram", 1L, "exemplar", 1L));
    }

    @Test
    void version2IsToldOfAPartThatNeverWillBeWrittenAndTheRestIs() {
        byte[] body = new WriteRequest2()
                .symbols("__name__", "good", "a", "b")
                .series(NOW, 1, 1, 2, 3, 4)
                .series(NOW, 2, 3, 4)
                .body();
        MockHttpServletResponse answer = new MockHttpServletResponse();

        assertThatThrownBy(() -> write(taking, VERSION_2, "snappy", body, answer))
                .isInstanceOf(OperationsException.class)
                .hasMessageContaining("1 of 2 samples");

        assertThat(taken.getFirst().values()).containsExactly(1);
        assertThat(answer.getHeader("X-Prometheus-Remote-Write-Samples-Written"))
                .isEqualTo("1");
    }

    @Test
    void version2IsToldOfSamplesThatComeTooLate() {
        TelemetrySink oneTooOld = batch -> CompletableFuture.completedFuture(1);
        byte[] body = new WriteRequest2()
                .symbols("__name__", "up")
                .series(NOW, 1, 1, 2)
                .series(NOW - 7_200_000, 1, 1, 2)
                .body();
        MockHttpServletResponse answer = new MockHttpServletResponse();

        assertThatThrownBy(() -> write(oneTooOld, VERSION_2, "snappy", body, answer))
                .hasMessageContaining("1 of 2 samples");

        assertThat(answer.getHeader("X-Prometheus-Remote-Write-Samples-Written"))
                .isEqualTo("1");
    }

    @Test
    void aSymbolThatIsReferredToAgainAndAgainDoesNotFillTheMemory() {
        String large = "x".repeat(1_000);
        int[] references = new int[2_000];
        java.util.Arrays.fill(references, 1);
        byte[] body =
                new WriteRequest2().symbols(large).series(NOW, 1, references).body();

        assertThatThrownBy(() -> write(taking, VERSION_2, "snappy", body)).hasMessageContaining("1 of 1 samples");

        assertThat(sources.all().getFirst().rejected()).containsEntry("label_bytes", 1L);
    }

    @Test
    void labelsThatDoNotStandTogetherAreStillOneSeries() throws IOException {
        byte[] apart = new WriteRequest()
                .seriesWithLabelsApart(NOW, 3, "__name__", "up", "instance", "web-1")
                .body();

        write(taking, PROTOBUF, "snappy", apart);

        assertThat(catalog.at(taken.getFirst().series()[0]).key()).isEqualTo(SeriesKey.of("up", "instance", "web-1"));
    }

    @Test
    void pressureIsSaidAsPressureSoThatTheSenderKeepsItsPoints() {
        TelemetrySink full =
                batch -> CompletableFuture.failedFuture(new OperationsException(ErrorCode.OVERLOADED, "full"));
        byte[] body = new WriteRequest().series(NOW, 1, "__name__", "up").body();

        assertThatThrownBy(() -> write(full, PROTOBUF, "snappy", body))
                .isInstanceOfSatisfying(
                        OperationsException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.OVERLOADED));

        assertThat(sources.all().getFirst().rejected()).isEqualTo(Map.of("request_overloaded", 1L));
    }

    @Test
    void requestsCapturedFromARealPrometheusAreReadWhole() throws IOException {
        Path folder = Path.of(System.getProperty("goc.root", ".."), "..", "shared", "data", "captures");
        assumeThat(folder)
                .as("captured requests, which are not part of the sources")
                .exists();

        try (Stream<Path> bodies = Files.list(folder)) {
            for (Path body :
                    bodies.filter(path -> path.toString().endsWith(".body")).toList()) {
                write(taking, PROTOBUF, "snappy", Files.readAllBytes(body));
            }
        }

        assertThat(taken.stream().mapToInt(PointBatch::size).sum()).isGreaterThan(1_000);
        assertThat(catalog.size()).isGreaterThan(1_000);
        assertThat(sources.all())
                .allSatisfy(source -> assertThat(source.rejected().keySet()).isSubsetOf("stale_marker"));
    }

    private MockHttpServletResponse write(TelemetrySink sink, String contentType, String encoding, byte[] body)
            throws IOException {
        return write(sink, contentType, encoding, body, new MockHttpServletResponse());
    }

    private MockHttpServletResponse write(
            TelemetrySink sink, String contentType, String encoding, byte[] body, MockHttpServletResponse response)
            throws IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/write");
        request.setContent(body);
        new RemoteWriteController(sink, catalog, known, sources, clock, new Turnstile())
                .write(request, response, () -> "edge-1", contentType, encoding, "Prometheus/2.42.0");
        return response;
    }

    /** A text that does not compress well, so that it is not taken for a bomb. */
    private static final class Draws10Mb {

        static String text() {
            Draws draws = new Draws(7);
            StringBuilder text = new StringBuilder(10 << 20);
            for (int i = 0; text.length() < 10 << 20; i++) {
                text.append("%016x%s".formatted(draws.bits(1, i), "-".repeat(64)));
            }
            return text.toString();
        }
    }
}
