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
            sources.accepted("edge", 400);
            clock.advance(Duration.ofSeconds(1));
        }

        Sources.SourceStatus busy = sources.all().getFirst();
        clock.advance(Duration.ofSeconds(20));
        Sources.SourceStatus silent = sources.all().getFirst();

        assertThat(busy.points()).isEqualTo(12_000);
        assertThat(busy.pointsPerSecond()).isEqualTo(400);
        assertThat(silent.pointsPerSecond()).isZero();
        assertThat(silent.lastSeen()).isEqualTo("2026-11-24T10:00:29Z");
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
            sources.accepted("source-" + i, 1);
        }

        assertThat(sources.all()).hasSizeLessThanOrEqualTo(1_001);
        assertThat(sources.all()).anyMatch(source -> source.name().equals("others") && source.points() == 200);
    }
}
