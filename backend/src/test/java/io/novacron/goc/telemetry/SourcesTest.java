package io.novacron.goc.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.kernel.TestingClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourcesTest {

    private final TestingClock clock = TestingClock.at("2026-11-24T10:00:00Z");
    private final Sources sources = new Sources(clock);

    @Test
    void theRateIsThatOfTheLastTenSeconds() {
        for (int second = 0; second < 30; second++) {
            sources.accepted("prometheus:edge", 400, clock.millis() - 1_500);
            clock.advance(Duration.ofSeconds(1));
        }

        Sources.SourceStatus busy = sources.all().getFirst();
        clock.advance(Duration.ofSeconds(20));
        Sources.SourceStatus silent = sources.all().getFirst();

        assertThat(busy.points()).isEqualTo(12_000);
        assertThat(busy.pointsPerSecond()).isEqualTo(400);
        assertThat(busy.clockSkew()).isEqualTo(Duration.ofMillis(1_500));
        assertThat(busy.protocol()).isEqualTo("remote write");
        assertThat(Sources.sender(busy.name())).isEqualTo("edge");
        assertThat(silent.pointsPerSecond()).isZero();
        assertThat(silent.lastSeen()).isEqualTo("2026-11-24T10:00:29Z");
    }

    @Test
    void seriesThatEndedNoLongerCount() {
        SeriesCatalog catalog = new SeriesCatalog(1, 10);
        catalog.listen(sources);
        LiveWindow window = new LiveWindow(Duration.ofMinutes(15), 1 << 20, clock);
        ActiveSeries active = new ActiveSeries(catalog, window, sources, clock);
        Series ended = catalog.resolve(SeriesKey.of("pod", "name", "old"), "prometheus:edge");
        Series alive = catalog.resolve(SeriesKey.of("pod", "name", "new"), "prometheus:edge");
        point(window, ended);
        clock.advance(ActiveSeries.ACTIVE_FOR.plusSeconds(1));
        point(window, alive);

        int before = sources.seriesOf("edge");
        active.count();
        int counted = sources.seriesOf("edge");
        catalog.resolve(SeriesKey.of("pod", "name", "newer"), "native:edge");

        assertThat(before).isEqualTo(2);
        assertThat(counted).isEqualTo(1);
        assertThat(sources.seriesOf("edge")).isEqualTo(2);
    }

    private void point(LiveWindow window, Series series) {
        window.folded(new PointBatch(
                "edge", clock.instant(), new int[] {series.index()}, new long[] {clock.millis()}, new double[] {1}));
    }

    @Test
    void seriesCountForWhoeverMadeThemKnownThroughAnyDoor() {
        SeriesCatalog catalog = new SeriesCatalog(1, 10);
        catalog.listen(sources);
        catalog.resolve(SeriesKey.of("a"), "prometheus:edge");
        catalog.resolve(SeriesKey.of("b"), "native:edge");
        catalog.resolve(SeriesKey.of("c"), "native:other");
        sources.accepted("prometheus:edge", 1, clock.millis());

        assertThat(sources.seriesOf("edge")).isEqualTo(2);
        assertThat(sources.all().getFirst().series()).isEqualTo(2);
    }

    @Test
    void whatWasTurnedAwayIsCountedByReasonWithABoundedExample() {
        sources.rejected("edge", "too_old", 3, "metric{}");
        sources.rejected("edge", "too_old", 1, "x".repeat(5_000));

        Sources.SourceStatus status = sources.all().getFirst();

        assertThat(status.rejected()).isEqualTo(Map.of("too_old", 4L));
        assertThat(status.examples().get("too_old")).hasSize(201).endsWith("…");
    }

    @Test
    void tooManySourcesShareOneName() {
        for (int i = 0; i < 1_200; i++) {
            sources.accepted("source-" + i, 1, clock.millis());
        }

        assertThat(sources.all()).hasSizeLessThanOrEqualTo(1_001);
        assertThat(sources.all()).anyMatch(source -> source.name().equals("others") && source.points() == 200);
    }
}
