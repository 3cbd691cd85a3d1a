package io.novacron.goc.streaming.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.TestingClock;
import io.novacron.goc.streaming.collect.NewSeries;
import io.novacron.goc.streaming.collect.TestingSeries;
import io.novacron.goc.streaming.collect.Turnstile;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.Sources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;

class LinesTest {

    private final TestingClock clock = TestingClock.at("2026-11-27T10:00:00Z");
    private final SeriesCatalog catalog = new SeriesCatalog(1, 1_000);
    private final Sources sources = new Sources(clock);
    private final NewSeries known = TestingSeries.unlimited(catalog, clock);
    private final Map<String, Double> taken = new TreeMap<>();
    private final CloudEventsController door =
            new CloudEventsController(this::take, known, sources, clock, new Turnstile());

    private CompletableFuture<Integer> take(PointBatch batch) {
        for (int i = 0; i < batch.size(); i++) {
            String time = batch.timestampsMs()[i] == clock.millis() ? "" : "@" + batch.timestampsMs()[i];
            taken.put(catalog.at(batch.series()[i]).key() + time, batch.values()[i]);
        }
        return CompletableFuture.completedFuture(0);
    }

    private void graphite(String lines) throws IOException {
        LineSettings settings = new LineSettings(0, 0, false, 10, 100, Duration.ofSeconds(10));
        new GraphiteDoor(settings, known, sources, clock, new StandardEnvironment())
                .read(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), this::take);
    }

    @Test
    void linesOfGraphiteArePointsWhateverEndsThem() throws IOException {
        graphite("z1host.load.load.shortterm 16.9 1795773599\r\ncpu.idle;host=a;zone=b 7\n\n2nd.path 1 -1");

        assertThat(taken)
                .containsOnly(
                        Map.entry("z1host_load_load_shortterm{}@1795773599000", 16.9),
                        Map.entry("cpu_idle{host=\"a\",zone=\"b\"}", 7.0));
    }

    @Test
    void whatIsNoLineIsCountedAndTheNextIsRead() throws IOException {
        graphite("hello\na b c\nx;tag 1 2\n" + "y".repeat(5_000) + " 1\nlast 2 -1\n");

        assertThat(taken).containsOnly(Map.entry("last{}", 2.0));
        assertThat(sources.all().getFirst().rejected())
                .containsOnly(Map.entry("no_line", 3L), Map.entry("line_length", 1L));
    }

    private int events(String type, String body) throws IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/events");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        try {
            door.take(request, () -> "ci", type);
            return 204;
        } catch (OperationsException e) {
            return e.code() == ErrorCode.UNSUPPORTED_MEDIA ? 415 : 400;
        }
    }

    @Test
    void eventsAreCountedOnceAndTheirNumbersAreGauges() throws IOException {
        String deploy = """
                {"specversion":"1.0","id":"%s","source":"/ci","type":"deploy.done","subject":"cart",
                 "time":"2026-11-27T09:59:00Z","data":{"seconds":12.5,"by":"ada"}}""";

        int one = events("application/cloudevents+json; charset=utf-8", deploy.formatted("1"));
        int again = events("application/cloudevents+json", deploy.formatted("1"));
        int many = events(
                "application/cloudevents-batch+json",
                "[%s,%s]".formatted(deploy.formatted("2"), deploy.formatted("3")));

        assertThat(new int[] {one, again, many}).containsOnly(204);
        assertThat(taken)
                .containsOnly(
                        Map.entry("cloudevents_total{source=\"/ci\",type=\"deploy.done\"}", 3.0),
                        Map.entry("deploy_done_seconds{source=\"/ci\",subject=\"cart\"}@1795773540000", 12.5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json              | {}                                                  | 415",
                "application/cloudevents+json  | {broken                                             | 400",
                "application/cloudevents+json  | 7                                                   | 400",
                "application/cloudevents+json  | {\"specversion\":\"0.3\",\"id\":\"1\"}               | 400",
                "application/cloudevents+json  | {\"specversion\":\"1.0\",\"id\":\"1\",\"type\":\"t\"} | 400",
                "application/cloudevents+json  | {\"specversion\":\"1.0\",\"id\":\"1\",\"type\":\"t\","
                        + "\"source\":\"s\",\"time\":\"noon\"} | 400"
            })
    void whatIsNoEventIsRefused(String type, String body, int status) throws IOException {
        assertThat(events(type, body)).isEqualTo(status);
        assertThat(taken).isEmpty();
    }

    @Test
    void statsdCountsOverFlushes() {
        StatsdCounts counts = new StatsdCounts(100);
        for (String line : new String[] {
            "hits:3|c",
            "hits:1|c|@0.5",
            "temp:20|g",
            "temp:-3|g",
            "took:100|ms|#route:a",
            "took:300|ms|#route:a",
            "users:ada|s",
            "users:bob|s",
            "users:ada|s"
        }) {
            assertThat(counts.take(line)).isEmpty();
        }
        flush(counts);
        assertThat(taken)
                .containsOnly(
                        Map.entry("hits_total{}", 5.0),
                        Map.entry("temp{}", 17.0),
                        Map.entry("took_count{route=\"a\"}", 2.0),
                        Map.entry("took_sum{route=\"a\"}", 400.0),
                        Map.entry("took_max{route=\"a\"}", 300.0),
                        Map.entry("users{}", 2.0));

        taken.clear();
        counts.take("hits:1|c");
        flush(counts);

        assertThat(taken)
                .containsEntry("hits_total{}", 6.0)
                .containsEntry("temp{}", 17.0)
                .containsEntry("took_count{route=\"a\"}", 2.0)
                .doesNotContainKeys("took_max{route=\"a\"}", "users{}");
    }

    private void flush(StatsdCounts counts) {
        LinePoints points = new LinePoints(known, sources, "statsd:lines");
        counts.flush(points, clock.millis());
        take(points.take(clock.instant())).join();
    }

    @ParameterizedTest
    @CsvSource({
        "nothing, no_line",
        "a:1, no_line",
        "a:x|c, no_number",
        "a:1|q, unknown_type",
        "a:1|c|@0, sample_rate",
        "a:1|c|@2, sample_rate",
        ":1|c, no_line"
    })
    void statsdLinesThatAreNoneAreRefusedByName(String line, String reason) {
        assertThat(new StatsdCounts(10).take(line)).isEqualTo(reason);
    }

    @Test
    void namesAreBoundedAndThoseThatAreKnownGoOn() {
        StatsdCounts counts = new StatsdCounts(2);
        counts.take("a:1|c");
        counts.take("b:1|g");

        assertThat(counts.take("c:1|c")).isEqualTo("too_many_names");
        assertThat(counts.take("a:1|c")).isEmpty();
    }
}
