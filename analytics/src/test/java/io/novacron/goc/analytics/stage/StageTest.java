package io.novacron.goc.analytics.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.db.TestingDatabase;
import io.novacron.goc.intelligence.Baseline;
import io.novacron.goc.intelligence.Cause;
import io.novacron.goc.intelligence.Finding;
import io.novacron.goc.intelligence.Findings;
import io.novacron.goc.kernel.Draws;
import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.Severity;
import io.novacron.goc.kernel.TestingClock;
import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.SeriesKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

class StageTest {

    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    private static final RegionId TOKYO = new RegionId("ap-tokyo");

    private final TestingClock clock = new TestingClock(START);
    private final SeriesCatalog catalog = new SeriesCatalog(7, 10_000);
    private final Map<SeriesKey, Double> values = new LinkedHashMap<>();
    private final AnnotationConfigApplicationContext context = intelligence();
    private final Findings findings = context.getBean(Findings.class);
    private Stage stage = newStage();

    private AnnotationConfigApplicationContext intelligence() {
        DataSource source = TestingDatabase.fresh().dataSource();
        AnnotationConfigApplicationContext made = new AnnotationConfigApplicationContext();
        made.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        made.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(source));
        made.registerBean(Clock.class, () -> clock);
        made.scan("io.novacron.goc.intelligence");
        made.refresh();
        return made;
    }

    private Stage newStage() {
        AnalyticsSettings settings =
                new Binder(new MapConfigurationPropertySource()).bindOrCreate("goc.analytics", AnalyticsSettings.class);
        Stage made = new Stage(settings, catalog, findings, new Ids(clock), clock);
        made.resume();
        return made;
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void errorsOfARegionAreOneCriticalFindingWithTheSecondSample() {
        fleet(4);
        run(5);

        errors(0.08);
        run(1);
        List<Finding> afterOne = findings.open();
        run(5);

        assertThat(afterOne).isEmpty();
        assertThat(findings.open()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(finding.cause()).isEqualTo(Cause.ERRORS);
            assertThat(finding.place()).isEqualTo(Place.of(TOKYO));
            assertThat(finding.since()).isEqualTo(START.plusSeconds(6));
            assertThat(finding.explanation())
                    .isEqualTo("error ratio of ap-tokyo is 8.00 % since 12:00:06 UTC; the limit is 5.00 %");
        });
    }

    @Test
    void aFindingGrowsWorseAndEndsAfterThirtyCleanSeconds() {
        fleet(1);
        run(5);
        set(0.02, "service_error_ratio", "region", "ap-tokyo");
        run(12);
        Severity early = findings.open().getFirst().severity();
        set(0.2, "service_error_ratio", "region", "ap-tokyo");
        run(2);
        Severity late = findings.open().getFirst().severity();

        set(0.001, "service_error_ratio", "region", "ap-tokyo");
        run(30);
        int stillOpen = findings.open().size();
        run(1);

        assertThat(early).isEqualTo(Severity.WARNING);
        assertThat(late).isEqualTo(Severity.CRITICAL);
        assertThat(stillOpen).isOne();
        assertThat(findings.open()).isEmpty();
        assertThat(all()).hasSize(1);
    }

    @Test
    void aZoneThatLosesPowerIsOneSilenceAndNotOneForEachHost() {
        fleet(50);
        run(5);

        silence("zone", "b");
        run(30);

        assertThat(findings.open()).singleElement().satisfies(finding -> {
            assertThat(finding.cause()).isEqualTo(Cause.SILENCE);
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.place()).isEqualTo(new Place(TOKYO, "b", null));
            assertThat(finding.explanation()).startsWith("zone ap-tokyo / b (51 sources in it) has been silent since");
        });
    }

    @Test
    void aSingleSilentHostIsAWarningAndItsReturnEndsIt() {
        fleet(4);
        run(5);

        silence("host", "a-2");
        run(15);
        List<Finding> silent = findings.open();
        set(0.4, "host_memory_ratio", "region", "ap-tokyo", "zone", "a", "host", "a-2");
        run(35);

        assertThat(silent).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.place().host()).isEqualTo(new HostId("a-2"));
        });
        assertThat(findings.open()).isEmpty();
    }

    @Test
    void whenEverythingFallsSilentItIsSaidOnce() {
        for (String region : List.of("ap-tokyo", "eu-paris", "us-denver", "af-lagos")) {
            set(0.001, "service_error_ratio", "region", region);
        }
        run(5);

        values.clear();
        run(20);
        List<Finding> inGrace = findings.open();
        run(30);

        assertThat(inGrace).isEmpty();
        assertThat(findings.open())
                .singleElement()
                .satisfies(finding -> assertThat(finding.explanation())
                        .startsWith("4 of 4 regions have been silent since 12:00:05 UTC"));
    }

    @Test
    void afterALongPauseOfOursNobodyIsMissedBeforeTheyHadTheTimeToSpeak() {
        List<String> regions = List.of("ap-tokyo", "eu-paris", "us-denver", "af-lagos");
        regions.forEach(region -> set(0.001, "service_error_ratio", "region", region));
        run(5);

        clock.advance(Duration.ofSeconds(90));
        values.keySet().removeIf(key -> !"ap-tokyo".equals(key.label("region")));
        run(2);
        List<Finding> atOnce = findings.open();
        run(10);

        assertThat(atOnce).isEmpty();
        assertThat(findings.open())
                .hasSize(3)
                .allSatisfy(finding -> assertThat(finding.cause()).isEqualTo(Cause.SILENCE));
    }

    @Test
    void afterThisProcessStoodStillNobodyIsCalledSilentBeforeTheFirstBatch() {
        List.of("ap-tokyo", "eu-paris", "us-denver", "af-lagos")
                .forEach(region -> set(0.001, "service_error_ratio", "region", region));
        run(5);

        clock.advance(Duration.ofSeconds(90));
        stage.stoodStill();
        stage.evaluate();
        List<Finding> atOnce = findings.open();
        values.clear();
        run(60);

        assertThat(atOnce).isEmpty();
        assertThat(findings.open()).hasSize(1);
    }

    @Test
    void aSilenceOutlastsThatThisProcessStoodStill() {
        fleet(4);
        run(5);
        silence("zone", "b");
        run(20);
        List<Finding> before = findings.open();

        clock.advance(Duration.ofSeconds(90));
        stage.stoodStill();
        stage.evaluate();
        run(60);

        assertThat(before).hasSize(1);
        assertThat(findings.open()).isEqualTo(before);
        assertThat(all()).hasSize(1);
    }

    @Test
    void silenceNeverEndsAFindingNorDoesARestart() {
        fleet(1);
        set(0.001, "service_error_ratio", "region", "eu-paris");
        run(5);
        set(0.2, "service_error_ratio", "region", "ap-tokyo");
        run(3);

        values.remove(SeriesKey.of("service_error_ratio", "region", "ap-tokyo"));
        run(60);
        stage = newStage();
        run(60);

        assertThat(findings.open())
                .singleElement()
                .satisfies(finding -> assertThat(finding.cause()).isEqualTo(Cause.ERRORS));
        set(0.2, "service_error_ratio", "region", "ap-tokyo");
        run(3);
        assertThat(all()).hasSize(1);
    }

    @Test
    void aSlowDiskIsAWarningOnItsHost() {
        fleet(2);
        run(5);

        set(90, "host_disk_latency_ms", "region", "ap-tokyo", "zone", "a", "host", "a-1");
        run(25);

        assertThat(findings.open()).singleElement().satisfies(finding -> {
            assertThat(finding.cause()).isEqualTo(Cause.SATURATION);
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.explanation()).contains("disk latency of ap-tokyo / a / a-1 is 90.0 ms");
        });
    }

    @Test
    void aRateFarFromItsUsualHourIsADeviation() {
        set(500, "service_requests_per_second", "region", "ap-tokyo");
        run(5);
        Map<Long, Baseline> usual = new HashMap<>();
        stage.seasonal().forEach(series -> usual.put(series.id(), new Baseline(500, 5, 360)));
        stage.usual(usual);

        set(200, "service_requests_per_second", "region", "ap-tokyo");
        run(45);

        assertThat(findings.open()).singleElement().satisfies(finding -> {
            assertThat(finding.cause()).isEqualTo(Cause.DEVIATION);
            assertThat(finding.expected()).isEqualTo(500);
            assertThat(finding.explanation()).endsWith("usual at this hour is 500 /s");
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33})
    void twentyCalmMinutesFindNothing(long seed) {
        Draws draws = new Draws(seed);
        fleet(3);

        for (int second = 0; second < 1_200; second++) {
            int tick = second;
            values.replaceAll((key, value) -> key.metric().equals("service_error_ratio")
                    ? 0.001 + 0.0001 * Math.abs(draws.normal(key.hashCode(), tick))
                    : value);
            run(1);
        }

        assertThat(all()).isEmpty();
    }

    private List<Finding> all() {
        return findings.recent(new TimeRange(START.minusSeconds(60), START.plus(Duration.ofHours(2))), 1_000);
    }

    /** A region with two zones and so many hosts in each. */
    private void fleet(int hosts) {
        set(100, "service_requests_per_second", "region", "ap-tokyo");
        set(0.001, "service_error_ratio", "region", "ap-tokyo");
        set(120, "service_latency_p99_ms", "region", "ap-tokyo");
        for (String zone : List.of("a", "b")) {
            set(0.001, "service_error_ratio", "region", "ap-tokyo", "zone", zone);
            for (int host = 0; host < hosts; host++) {
                String[] labels = {"region", "ap-tokyo", "zone", zone, "host", zone + "-" + host};
                set(0.4, "host_memory_ratio", labels);
                set(3, "host_disk_latency_ms", labels);
                set(0.003, "host_cpu_steal_ratio", labels);
            }
        }
    }

    private void errors(double ratio) {
        values.replaceAll((key, value) -> key.metric().equals("service_error_ratio") ? Double.valueOf(ratio) : value);
    }

    private void set(double value, String metric, String... labels) {
        values.put(SeriesKey.of(metric, labels), value);
    }

    private void silence(String label, String value) {
        values.keySet().removeIf(key -> value.equals(key.label(label)));
    }

    private void run(int seconds) {
        for (int second = 0; second < seconds; second++) {
            clock.advance(Duration.ofSeconds(1));
            if (!values.isEmpty()) {
                speak();
            }
            stage.evaluate();
        }
    }

    private void speak() {
        List<SeriesKey> keys = List.copyOf(values.keySet());
        int[] series = catalog.resolveAll(keys, "test").stream()
                .mapToInt(each -> each.index())
                .toArray();
        long[] times = new long[series.length];
        Arrays.fill(times, clock.millis());
        double[] now =
                keys.stream().mapToDouble(key -> values.getOrDefault(key, 0.0)).toArray();
        stage.folded(new PointBatch("test", clock.instant(), series, times, now));
    }
}
