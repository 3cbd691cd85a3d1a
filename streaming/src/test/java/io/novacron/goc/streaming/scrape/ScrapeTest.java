package io.novacron.goc.streaming.scrape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.TestingClock;
import io.novacron.goc.streaming.collect.TestingSeries;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.Sources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class ScrapeTest {

    private final TestingClock clock = TestingClock.at("2026-11-27T10:00:00Z");
    private final SeriesCatalog catalog = new SeriesCatalog(1, 1_000);
    private final Sources sources = new Sources(clock);
    private final List<PointBatch> taken = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer server;
    private volatile String offered = "";
    private volatile String type = "text/plain; version=0.0.4";
    private volatile int status = 200;
    private volatile boolean packed;
    private volatile String asked = "";

    @BeforeEach
    void offer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/metrics", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked = exchange.getRequestHeaders().getFirst("Accept");
        byte[] body = offered.getBytes(StandardCharsets.UTF_8);
        if (packed) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(body);
            }
            body = out.toByteArray();
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @AfterEach
    void close() {
        server.stop(0);
        http.shutdownNow();
    }

    private Map<String, Double> scraped(int samplesMost) {
        ScrapeSettings settings = new ScrapeSettings(
                List.of(),
                null,
                Duration.ofSeconds(15),
                Duration.ofSeconds(10),
                "node",
                DataSize.ofKilobytes(64),
                samplesMost);
        Target target = Target.of("127.0.0.1:" + server.getAddress().getPort(), Map.of("team", "red"), "node");
        taken.clear();
        new Scrape(
                        target,
                        settings,
                        TestingSeries.unlimited(catalog, clock),
                        sources,
                        batch -> {
                            taken.add(batch);
                            return CompletableFuture.completedFuture(0);
                        },
                        clock,
                        http)
                .run();
        PointBatch batch = taken.getFirst();
        Map<String, Double> values = new TreeMap<>();
        for (int i = 0; i < batch.size(); i++) {
            values.put(
                    catalog.at(batch.series()[i]).key().toString().replaceAll("instance=\"[^\"]*\",", "")
                            + (batch.timestampsMs()[i] == clock.millis() ? "" : "@" + batch.timestampsMs()[i]),
                    batch.values()[i]);
        }
        values.keySet().removeIf(name -> name.startsWith("scrape_duration"));
        return values;
    }

    @Test
    void textIsReadWithItsLabelsItsTimesAndItsOddities() {
        offered = """
                # HELP a_total A counter
                # TYPE a_total counter
                a_total{code="200",path="/x\\"y\\\\z"} 12
                a_total{ code = "500" , } 3.5e2 1795773600123
                up_and 1
                team_label{team="blue"} 7
                not_a_number NaN
                endless{le="+Inf"} +Inf
                """;

        assertThat(scraped(100))
                .containsEntry("a_total{code=\"200\",job=\"node\",path=\"/x\"y\\z\",team=\"red\"}", 12.0)
                .containsEntry("a_total{code=\"500\",job=\"node\",team=\"red\"}@1795773600123", 350.0)
                .containsEntry("up_and{job=\"node\",team=\"red\"}", 1.0)
                .containsEntry("team_label{exported_team=\"blue\",job=\"node\",team=\"red\"}", 7.0)
                .containsEntry("endless{job=\"node\",le=\"+Inf\",team=\"red\"}", Double.POSITIVE_INFINITY)
                .containsEntry("up{job=\"node\",team=\"red\"}", 1.0)
                .containsEntry("scrape_samples_scraped{job=\"node\",team=\"red\"}", 6.0);
        assertThat(asked).contains("application/openmetrics-text", "text/plain;version=0.0.4");
    }

    @Test
    void openMetricsHasSecondsExemplarsAndAnEnd() {
        type = "application/openmetrics-text; version=1.0.0; charset=utf-8";
        packed = true;
        offered = """
                # TYPE h histogram
                h_bucket{le="1"} 5 # {trace_id="a # b"} 0.7 1795773600
                h_count 6 1795773600.5
                # EOF
                after_the_end 1
                """;

        assertThat(scraped(100))
                .containsEntry("h_bucket{job=\"node\",le=\"1\",team=\"red\"}", 5.0)
                .containsEntry("h_count{job=\"node\",team=\"red\"}@1795773600500", 6.0)
                .containsEntry("up{job=\"node\",team=\"red\"}", 1.0)
                .hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "200; text/plain; good 1\\nbroken{a=b} 1\\n; line 2: a label is a name",
                "200; text/plain; broken{a=\"b} 1; does not end",
                "200; text/plain; nothing; a sample has a name and a value",
                "200; text/plain; a one; is no value and time",
                "200; application/openmetrics-text; a 1\\n; it was cut short",
                "500; text/plain; a 1; the target answers 500",
                "200; text/plain; a 1\\nb 1\\nc 1\\nd 1\\n; more than 3 samples"
            })
    void whatCannotBeReadIsDownAndToldAndNothingOfItEnters(int answers, String media, String text, String why) {
        status = answers;
        type = media;
        offered = text.replace("\\n", "\n");

        assertThat(scraped(3))
                .containsOnlyKeys("up{job=\"node\",team=\"red\"}", "scrape_samples_scraped{job=\"node\",team=\"red\"}")
                .containsEntry("up{job=\"node\",team=\"red\"}", 0.0);
        assertThat(sources.all().getFirst().examples().get("scrape_failed")).contains(why);
    }

    @Test
    void aTargetThatAnswersWithoutEndIsCutOff() {
        offered = "a 1\n".repeat(50_000);

        assertThat(scraped(1_000_000)).containsEntry("up{job=\"node\",team=\"red\"}", 0.0);
        assertThat(sources.all().getFirst().examples().get("scrape_failed")).contains("more than 65536 bytes");
    }

    @Test
    void aFileOfTargetsIsReadAgainAndKeptWhileItIsBroken(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("targets.json");
        TargetFile file = new TargetFile(path, "scrape");
        assertThat(file.read()).isEmpty();
        Files.writeString(path, """
                [{"targets": ["a:9100", "https://b/custom"], "labels": {"job": "node", "__metrics_path__": "/m", "env": "x"}}]
                """);

        List<Target> targets = file.read();
        Files.writeString(path, "[{\"targets\": [\"not a target\"]}]");
        List<Target> kept = file.read();

        assertThat(targets)
                .extracting(target -> target.address().toString())
                .containsExactly("http://a:9100/m", "https://b/custom");
        assertThat(targets.getFirst().labels())
                .containsOnly(Map.entry("job", "node"), Map.entry("instance", "a:9100"), Map.entry("env", "x"));
        assertThat(kept).isEqualTo(targets);
        assertThatExceptionOfType(OperationsException.class)
                .isThrownBy(() -> Target.of("ftp://x", Map.of(), "j"))
                .withMessageContaining("is no target");
    }
}
