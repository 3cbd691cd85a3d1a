package io.novacron.goc.streaming.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.kernel.TestingClock;
import io.novacron.goc.streaming.collect.NewSeries;
import io.novacron.goc.streaming.collect.TestingSeries;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.Sources;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtlpReaderTest {

    private final TestingClock clock = TestingClock.at("2026-11-27T10:00:00Z");
    private final SeriesCatalog catalog = new SeriesCatalog(1, 1_000);
    private final NewSeries known = TestingSeries.unlimited(catalog, clock);
    private final Sources sources = new Sources(clock);
    private final DeltaTotals totals = new DeltaTotals();

    @ParameterizedTest
    @CsvSource({
        "http.server.duration, s, OTHER, http_server_duration_seconds",
        "jvm.memory.used, By, OTHER, jvm_memory_used_bytes",
        "requests, '{request}', COUNTER, requests_total",
        "requests_total, 1, COUNTER, requests_total",
        "system.cpu.utilization, 1, GAUGE, system_cpu_utilization_ratio",
        "disk.io, By/s, GAUGE, disk_io_bytes_per_second",
        "queue.length, '', GAUGE, queue_length",
        "2xx, '', GAUGE, _2xx",
        "a..b--c, '', GAUGE, a_b_c",
        "latency_seconds, s, GAUGE, latency_seconds",
        "job:rate, '', GAUGE, job:rate"
    })
    void namesAreThoseOfPrometheus(String name, String unit, MetricNames.Kind kind, String expected) {
        assertThat(MetricNames.metric(name, unit, kind)).isEqualTo(expected);
    }

    @Test
    void aGaugeCarriesItsResourceAndItsAttributes() {
        Map<String, Double> read = read("""
                {"name":"load","gauge":{"dataPoints":[
                  {"timeUnixNano":"1795773600000000000","asDouble":0.5,
                   "attributes":[{"key":"a.b","value":{"stringValue":"x"}},{"key":"n","value":{"intValue":7}}]},
                  {"timeUnixNano":"1795773600000000000","asInt":"3"}]}}""");

        assertThat(read)
                .containsOnly(
                        Map.entry(
                                "load{a_b=\"x\",host=\"box\",instance=\"i-1\",job=\"shop/cart\",n=\"7\",region=\"eu\"}",
                                0.5),
                        Map.entry("load{host=\"box\",instance=\"i-1\",job=\"shop/cart\",region=\"eu\"}", 3.0));
    }

    @Test
    void aHistogramBecomesCountsBelowItsBounds() {
        Map<String, Double> read = bare("""
                {"name":"d","unit":"s","histogram":{"aggregationTemporality":2,"dataPoints":[
                  {"timeUnixNano":"1795773600000000000","count":6,"sum":4.5,
                   "bucketCounts":[1,"2",3],"explicitBounds":[0.1,1]}]}}""");

        assertThat(read)
                .containsOnly(
                        Map.entry("d_seconds_bucket{le=\"0.1\"}", 1.0),
                        Map.entry("d_seconds_bucket{le=\"1\"}", 3.0),
                        Map.entry("d_seconds_bucket{le=\"+Inf\"}", 6.0),
                        Map.entry("d_seconds_count{}", 6.0),
                        Map.entry("d_seconds_sum{}", 4.5));
    }

    @Test
    void anExponentialHistogramIsMadeCoarserAndKeepsItsCounts() {
        // At scale 3 the indexes 0 to 7 lie between 1 and 2: at scale 1 they are two buckets.
        Map<String, Double> read = bare("""
                {"name":"e","exponentialHistogram":{"aggregationTemporality":2,"dataPoints":[
                  {"timeUnixNano":"1795773600000000000","count":12,"sum":20,"scale":3,"zeroCount":2,"zeroThreshold":0,
                   "positive":{"offset":0,"bucketCounts":[1,1,1,1,1,1,1,1]},
                   "negative":{"offset":0,"bucketCounts":[1,1]}}]}}""");

        assertThat(read)
                .containsOnly(
                        Map.entry("e_bucket{le=\"-1\"}", 2.0),
                        Map.entry("e_bucket{le=\"0\"}", 4.0),
                        Map.entry("e_bucket{le=\"1.4142135623730951\"}", 8.0),
                        Map.entry("e_bucket{le=\"2\"}", 12.0),
                        Map.entry("e_bucket{le=\"+Inf\"}", 12.0),
                        Map.entry("e_count{}", 12.0),
                        Map.entry("e_sum{}", 20.0));
    }

    @Test
    void aWideExponentialHistogramHasABoundedNumberOfBounds() {
        StringBuilder counts = new StringBuilder("1");
        counts.append(",1".repeat(319));
        Map<String, Double> read = bare("""
                {"name":"w","exponentialHistogram":{"aggregationTemporality":2,"dataPoints":[
                  {"timeUnixNano":"1795773600000000000","count":320,"scale":0,
                   "positive":{"offset":-160,"bucketCounts":[%s]}}]}}""".formatted(counts));

        assertThat(read).hasSizeLessThanOrEqualTo(ExponentialBuckets.BOUNDS_MOST + 2);
        assertThat(read).containsEntry("w_bucket{le=\"+Inf\"}", 320.0);
    }

    @Test
    void aSummaryKeepsItsQuantiles() {
        Map<String, Double> read = bare("""
                {"name":"s","summary":{"dataPoints":[{"timeUnixNano":"1795773600000000000","count":3,"sum":9,
                  "quantileValues":[{"quantile":0.5,"value":2},{"quantile":0.99,"value":5}]}]}}""");

        assertThat(read)
                .containsOnly(
                        Map.entry("s{quantile=\"0.5\"}", 2.0),
                        Map.entry("s{quantile=\"0.99\"}", 5.0),
                        Map.entry("s_count{}", 3.0),
                        Map.entry("s_sum{}", 9.0));
    }

    @Test
    void deltasAddUpAndAReportThatComesAgainDoesNot() {
        String report = """
                {"name":"hits","sum":{"aggregationTemporality":1,"isMonotonic":true,"dataPoints":[
                  {"timeUnixNano":"%s","asInt":"5"}]}}""";

        Map<String, Double> first = bare(report.formatted("1795773600000000000"));
        Map<String, Double> again = bare(report.formatted("1795773600000000000"));
        Map<String, Double> second = bare(report.formatted("1795773610000000000"));

        assertThat(first).containsOnly(Map.entry("hits_total{}", 5.0));
        assertThat(again).isEqualTo(first);
        assertThat(second).containsOnly(Map.entry("hits_total{}", 10.0));
    }

    @Test
    void whatBreaksARuleIsLeftOutAndToldWhileTheRestEnters() {
        String tooLong = "x".repeat(2_000);
        OtlpPoints points = points("""
                {"name":"good","gauge":{"dataPoints":[{"timeUnixNano":"1795773600000000000","asInt":"1"}]}},
                {"name":"","gauge":{"dataPoints":[{"timeUnixNano":"1795773600000000000","asInt":"1"}]}},
                {"name":"nothing"},
                {"name":"flag","gauge":{"dataPoints":[{"timeUnixNano":"1795773600000000000","flags":1}]}},
                {"name":"shape","histogram":{"dataPoints":[{"bucketCounts":[1,2,3],"explicitBounds":[1]}]}},
                {"name":"long","gauge":{"dataPoints":[{"timeUnixNano":"1795773600000000000","asInt":"1",
                  "attributes":[{"key":"k","value":{"stringValue":"%s"}}]}]}}""".formatted(tooLong), "");

        assertThat(values(points)).containsOnly(Map.entry("good{}", 1.0));
        assertThat(points.refused()).isEqualTo(4);
        assertThat(sources.all().getFirst().rejected())
                .containsOnly(
                        Map.entry("invalid_input", 2L),
                        Map.entry("metric_without_data", 1L),
                        Map.entry("histogram_shape", 1L),
                        Map.entry("stale_marker", 1L));
    }

    private Map<String, Double> read(String metric) {
        return values(points(metric, """
                "resource":{"attributes":[
                  {"key":"service.name","value":{"stringValue":"cart"}},
                  {"key":"service.namespace","value":{"stringValue":"shop"}},
                  {"key":"service.instance.id","value":{"stringValue":"i-1"}},
                  {"key":"host.name","value":{"stringValue":"box"}},
                  {"key":"cloud.region","value":{"stringValue":"eu"}},
                  {"key":"telemetry.sdk.name","value":{"stringValue":"opentelemetry"}}]},"""));
    }

    private Map<String, Double> bare(String metrics) {
        return values(points(metrics, ""));
    }

    private OtlpPoints points(String metrics, String resource) {
        String json = "{\"resourceMetrics\":[{%s\"scopeMetrics\":[{\"metrics\":[%s]}]}]}".formatted(resource, metrics);
        ExportMetricsServiceRequest.Builder request = ExportMetricsServiceRequest.newBuilder();
        OtlpBody.merge(json.getBytes(StandardCharsets.UTF_8), OtlpBody.Form.JSON, request);
        OtlpPoints points = new OtlpPoints(known, sources, totals, "test");
        new OtlpReader(points).read(request.build());
        return points;
    }

    private Map<String, Double> values(OtlpPoints points) {
        PointBatch batch = points.batch(clock.instant());
        Map<String, Double> values = new TreeMap<>();
        for (int i = 0; i < batch.size(); i++) {
            assertThat(batch.timestampsMs()[i] % 10_000).isZero();
            values.put(catalog.at(batch.series()[i]).key().toString(), batch.values()[i]);
        }
        return values;
    }
}
