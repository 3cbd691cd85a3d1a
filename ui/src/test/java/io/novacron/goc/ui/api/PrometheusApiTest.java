package io.novacron.goc.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.WholeHouse;
import io.novacron.goc.access.TokenScope;
import io.novacron.goc.access.Tokens;
import io.novacron.goc.kernel.Actor;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.SeriesKey;
import io.novacron.goc.telemetry.TelemetrySink;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The questions of Prometheus' API over a running house, in the shapes that its clients expect. */
class PrometheusApiTest extends WholeHouse {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final SeriesCatalog catalog;
    private final TelemetrySink sink;
    private final Clock clock;
    private final String token;
    private final int port;

    @Autowired
    PrometheusApiTest(
            SeriesCatalog catalog,
            TelemetrySink sink,
            Tokens tokens,
            Clock clock,
            @Value("${local.server.port}") int port) {
        this.catalog = catalog;
        this.sink = sink;
        this.clock = clock;
        this.port = port;
        this.token = tokens.issue("asks", Set.of(TokenScope.READ), Actor.machine("test"))
                .secret();
    }

    /** Sends sixty points, one a second up to now, to a series of this metric, which is of no place in the fleet. */
    private long given(String metric) {
        long now = clock.millis();
        int index = catalog.resolve(SeriesKey.of(metric, "row", "z1", "shelf", "a"), "asked")
                .index();
        int[] series = new int[60];
        long[] times = new long[60];
        double[] values = new double[60];
        Arrays.fill(series, index);
        for (int i = 0; i < 60; i++) {
            times[i] = now - 59_000 + i * 1_000L;
            values[i] = i * 2.5;
        }
        sink.accept(new PointBatch("asked", clock.instant(), series, times, values))
                .join();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> get("/api/v1/query", Map.of("query", "count_over_time(%s[2m])".formatted(metric)))
                        .path("data")
                        .path("result")
                        .path(0)
                        .path("value")
                        .path(1)
                        .asString("")
                        .equals("60"));
        return now;
    }

    @Test
    void aMomentARangeAndPointsAreAnsweredInTheirShapes() {
        long now = given("asked_total");
        String at = Double.toString(now / 1e3);

        JsonNode vector = get("/api/v1/query", Map.of("query", "rate(asked_total[30s])", "time", at));
        JsonNode matrix = get(
                "/api/v1/query_range",
                Map.of(
                        "query",
                        "asked_total * 2",
                        "start",
                        Double.toString((now - 20_000) / 1e3),
                        "end",
                        at,
                        "step",
                        "10s"));
        JsonNode points = get("/api/v1/query", Map.of("query", "asked_total[5s]", "time", at));
        JsonNode scalar = get("/api/v1/query", Map.of("query", "1e30 - 1 / 0", "time", "2026-11-27T08:00:00Z"));

        assertThat(vector.path("status").asString()).isEqualTo("success");
        assertThat(vector.path("data")).hasToString("""
                {"resultType":"vector","result":[{"metric":{"row":"z1","shelf":"a"},"value":[%s,"2.5"]}]}""".formatted(JSON.readTree(at)));
        assertThat(matrix.path("data").path("resultType").asString()).isEqualTo("matrix");
        assertThat(matrix.path("data")
                        .path("result")
                        .path(0)
                        .path("values")
                        .valueStream()
                        .map(pair -> pair.path(1).asString()))
                .containsExactly("195", "245", "295");
        assertThat(points.path("data").path("result").path(0).path("values")).hasSize(6);
        assertThat(points.path("data")
                        .path("result")
                        .path(0)
                        .path("metric")
                        .path("__name__")
                        .asString())
                .isEqualTo("asked_total");
        assertThat(scalar.path("data")).hasToString("""
                {"resultType":"scalar","result":[1795766400,"-Inf"]}""");
    }

    @Test
    void seriesLabelsAndTheirValuesAreFound() {
        given("asked_labels");

        assertThat(get("/api/v1/series", Map.of("match[]", "asked_labels{shelf=~'a|b'}"))
                        .path("data"))
                .hasToString("""
                        [{"__name__":"asked_labels","row":"z1","shelf":"a"}]""");
        assertThat(get("/api/v1/labels", Map.of("match[]", "asked_labels")).path("data"))
                .hasToString("[\"__name__\",\"row\",\"shelf\"]");
        assertThat(get("/api/v1/label/row/values", Map.of("match[]", "asked_labels"))
                        .path("data"))
                .hasToString("[\"z1\"]");
        assertThat(get("/api/v1/label/__name__/values", Map.of()).path("data").toString())
                .contains("\"asked_labels\"");
        assertThat(get("/api/v1/metadata", Map.of()).path("data").has("asked_labels"))
                .isTrue();
        assertThat(get("/api/v1/status/buildinfo", Map.of())
                        .path("data")
                        .path("version")
                        .asString())
                .isEqualTo("2.42.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/api/v1/query; query=sum(; 400; bad_data; ends too early",
                "/api/v1/query; query=label_replace(up,'a','b','c','d'); 400; bad_data; outside the PromQL",
                "/api/v1/query; nothing=1; 400; bad_data; parameter query is missing",
                "/api/v1/query; query=up&time=noon; 400; bad_data; time is \"noon\"",
                "/api/v1/query_range; query=up&start=10&end=5&step=1; 400; bad_data; before it starts",
                "/api/v1/query_range; query=up&start=0&end=100000&step=1; 400; bad_data; at most 11,000",
                "/api/v1/query_range; query=up&start=0&end=1&step=0; 400; bad_data; the step is",
                "/api/v1/query_range; query=up&start=0&end=1&step=x; 400; bad_data; no duration",
                "/api/v1/series; match[]=1+1; 400; bad_data; no selector of series"
            })
    void aQuestionThatCannotBeAnsweredIsToldWhy(String path, String form, int status, String type, String why) {
        HttpResponse<String> asked = send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form))));

        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(status);
        JsonNode answer = JSON.readTree(asked.body());
        assertThat(answer.path("status").asString()).isEqualTo("error");
        assertThat(answer.path("errorType").asString()).isEqualTo(type);
        assertThat(answer.path("error").asString()).contains(why);
    }

    private static String encoded(String form) {
        return Arrays.stream(form.split("&"))
                .map(pair -> pair.substring(0, pair.indexOf('=') + 1)
                        + URLEncoder.encode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -2.5, 1e15, 123456789.123, 1e-7, 1e22, 0.1, Double.MIN_VALUE, 1e20})
    void valuesAreTextThatGivesTheNumberBack(double value) {
        assertThat(Double.parseDouble(PrometheusJson.value(value))).isEqualTo(value);
    }

    private JsonNode get(String path, Map<String, String> parameters) {
        String question = new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(entry -> URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8)
                                + "="
                                + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return JSON.readTree(send(request(path + "?" + question).GET()).body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while asking", e);
        }
    }
}
