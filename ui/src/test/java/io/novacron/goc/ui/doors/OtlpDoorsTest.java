package io.novacron.goc.ui.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Status;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.novacron.goc.WholeHouse;
import io.novacron.goc.access.TokenScope;
import io.novacron.goc.access.Tokens;
import io.novacron.goc.kernel.Actor;
import io.novacron.goc.telemetry.SeriesKey;
import io.novacron.goc.telemetry.Sources;
import io.novacron.goc.telemetry.Telemetry;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.MetricsServiceGrpc;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** OTLP in all its forms, and how it says no. */
class OtlpDoorsTest extends WholeHouse {

    private static final String PROTOBUF = "application/x-protobuf";
    private static final String JSON = "application/json";
    private static final int BOMB = 40 << 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Telemetry telemetry;
    private final Sources sources;
    private final Clock clock;
    private final int port;
    private final String writer;
    private final String reader;

    @Autowired
    OtlpDoorsTest(
            Telemetry telemetry, Sources sources, Tokens tokens, Clock clock, @Value("${local.server.port}") int port) {
        this.telemetry = telemetry;
        this.sources = sources;
        this.clock = clock;
        this.port = port;
        this.writer = tokens.issue("otel", Set.of(TokenScope.TELEMETRY_WRITE), Actor.machine("test"))
                .secret();
        this.reader = tokens.issue("otel-reads", Set.of(TokenScope.READ), Actor.machine("test"))
                .secret();
    }

    private ExportMetricsServiceRequest gauge(String name, double value, long timeMs) {
        NumberDataPoint point = NumberDataPoint.newBuilder()
                .setTimeUnixNano(TimeUnit.MILLISECONDS.toNanos(timeMs))
                .setAsDouble(value)
                .build();
        return ExportMetricsServiceRequest.newBuilder()
                .addResourceMetrics(ResourceMetrics.newBuilder()
                        .addScopeMetrics(ScopeMetrics.newBuilder()
                                .addMetrics(Metric.newBuilder()
                                        .setName(name)
                                        .setGauge(Gauge.newBuilder().addDataPoints(point)))))
                .build();
    }

    private void awaitValue(String metric, double value) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> telemetry.latest(SeriesKey.of(metric)) == value);
    }

    @Test
    void protobufOverHttpIsTaken() throws InvalidProtocolBufferException {
        HttpResponse<byte[]> answer = post(
                "/v1/metrics",
                PROTOBUF,
                "",
                gauge("otel_http", 4.5, clock.millis()).toByteArray());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(PROTOBUF);
        assertThat(ExportMetricsServiceResponse.parseFrom(answer.body()).hasPartialSuccess())
                .isFalse();
        awaitValue("otel_http", 4.5);
        assertThat(sources.all().stream().map(Sources.SourceStatus::name)).contains("otlp-http:otel");
    }

    @Test
    void jsonThatIsPackedAndComesInChunksIsTaken() {
        String json = """
                {"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"name":"otel_json","futureField":1,
                 "gauge":{"dataPoints":[{"timeUnixNano":"%d000000","asInt":"7"}]}}]}]}]}""".formatted(clock.millis());
        byte[] packed = gzip(json.getBytes(StandardCharsets.UTF_8));

        HttpResponse<byte[]> answer = send(request("/v1/metrics", writer)
                .header("Content-Type", JSON)
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(packed))));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("{}");
        awaitValue("otel_json", 7);
    }

    @Test
    void anEmptyBodyIsNoError() {
        assertThat(post("/v1/metrics", PROTOBUF, "", new byte[0]).statusCode()).isEqualTo(200);
        assertThat(post("/v1/metrics", JSON, "", new byte[0]).statusCode()).isEqualTo(200);
    }

    @Test
    void tooOldIsToldAsPartialSuccess() throws InvalidProtocolBufferException {
        HttpResponse<byte[]> answer = post(
                "/v1/metrics",
                PROTOBUF,
                "",
                gauge("otel_old", 1, clock.millis() - Duration.ofDays(3).toMillis())
                        .toByteArray());

        ExportMetricsServiceResponse told = ExportMetricsServiceResponse.parseFrom(answer.body());
        assertThat(told.getPartialSuccess().getRejectedDataPoints()).isEqualTo(1);
        assertThat(told.getPartialSuccess().getErrorMessage()).contains("points from before what is kept");
    }

    @Test
    void tracesAndLogsAreCountedAndTheSenderIsTold() {
        String span = """
                {"resourceSpans":[{"scopeSpans":[{"spans":[{"name":"a"},{"name":"b"}]}]}]}""";
        String log = """
                {"resourceLogs":[{"scopeLogs":[{"logRecords":[{"body":{"stringValue":"x"}}]}]}]}""";

        String spans = text(post("/v1/traces", JSON, "", span.getBytes(StandardCharsets.UTF_8)));
        String logs = text(post("/v1/logs", JSON, "", log.getBytes(StandardCharsets.UTF_8)));

        assertThat(spans).contains("\"rejectedSpans\":\"2\"", "counted but not kept");
        assertThat(logs).contains("\"rejectedLogRecords\":\"1\"", "counted but not kept");
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-protobuf, '', broken, 400, is no ExportMetricsServiceRequest",
        "application/json, '', {broken, 400, is no ExportMetricsServiceRequest",
        "application/json, gzip, {}, 400, is no gzip",
        "application/json, br, {}, 415, is not spoken here; send gzip or none",
        "text/plain, '', {}, 415, content type 'text/plain'"
    })
    void whatCannotBeReadIsRefusedWithAStatus(String type, String encoding, String body, int status, String why)
            throws InvalidProtocolBufferException {
        HttpResponse<byte[]> answer = post("/v1/metrics", type, encoding, body.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(
                        type.equals(JSON)
                                ? text(answer)
                                : Status.parseFrom(answer.body()).getMessage())
                .contains(why);
    }

    @Test
    void aBodyThatUnpacksWithoutEndIsRefusedBeforeItFillsTheMemory() {
        HttpResponse<byte[]> answer = post("/v1/metrics", JSON, "gzip", gzip(new byte[BOMB]));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(text(answer)).contains("unpacks to more than");
    }

    @Test
    void grpcTakesMetricsFromWhoMayWrite() throws InterruptedException {
        ManagedChannel channel = NettyChannelBuilder.forAddress("127.0.0.1", GRPC_PORT)
                .usePlaintext()
                .build();
        try {
            ExportMetricsServiceResponse answer =
                    metrics(channel, writer).export(gauge("otel_grpc", 9, clock.millis()));

            assertThat(answer.hasPartialSuccess()).isFalse();
            awaitValue("otel_grpc", 9);
            assertThatExceptionOfType(StatusRuntimeException.class)
                    .isThrownBy(() -> metrics(channel, reader).export(gauge("otel_grpc", 1, clock.millis())))
                    .withMessageContaining("PERMISSION_DENIED");
            assertThatExceptionOfType(StatusRuntimeException.class)
                    .isThrownBy(() -> metrics(channel, "goc_guess").export(gauge("otel_grpc", 1, clock.millis())))
                    .withMessageContaining("UNAUTHENTICATED");
            assertThat(TraceServiceGrpc.newBlockingStub(channel)
                            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(bearer(writer)))
                            .export(ExportTraceServiceRequest.newBuilder()
                                    .addResourceSpans(ResourceSpans.newBuilder()
                                            .addScopeSpans(
                                                    ScopeSpans.newBuilder().addSpans(Span.getDefaultInstance())))
                                    .build())
                            .getPartialSuccess()
                            .getRejectedSpans())
                    .isEqualTo(1);
        } finally {
            channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
        }
    }

    private static MetricsServiceGrpc.MetricsServiceBlockingStub metrics(ManagedChannel channel, String token) {
        return MetricsServiceGrpc.newBlockingStub(channel)
                .withCompression("gzip")
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(bearer(token)));
    }

    private static Metadata bearer(String token) {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
        return headers;
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private HttpResponse<byte[]> post(String path, String type, String encoding, byte[] body) {
        HttpRequest.Builder request =
                request(path, writer).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (!encoding.isEmpty()) {
            request.header("Content-Encoding", encoding);
        }
        return send(request);
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while sending", e);
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
