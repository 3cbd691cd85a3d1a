package io.novacron.goc.telemetry.promql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookBackTest {

    private static final LookBack BY_SECOND = LookBack.onScreen(Duration.ofSeconds(1));

    @Test
    void seriesOnAScreenIsSilentAfterThreeOfItsOwnIntervals() {
        assertThat(BY_SECOND.of(every(10_000, 8))).isEqualTo(30_000);
        assertThat(BY_SECOND.of(every(15_000, 4))).isEqualTo(45_000);
    }

    @Test
    void neitherAHiccupNorASlowSeriesIsTakenForSilence() {
        assertThat(BY_SECOND.of(every(1_000, 60))).isEqualTo(5_000);
        assertThat(BY_SECOND.of(every(30_000, 3))).isEqualTo(60_000);
        assertThat(BY_SECOND.of(points(0, 10_000, 50_000, 60_000, 70_000))).isEqualTo(30_000);
    }

    @Test
    void onePointSaysNothingOfAnInterval() {
        assertThat(BY_SECOND.of(points(7_000))).isEqualTo(60_000);
        assertThat(BY_SECOND.of(points())).isEqualTo(60_000);
    }

    @Test
    void wideStepsNeedPointsThatAreAsFarApart() {
        LookBack byHour = LookBack.onScreen(Duration.ofHours(1));

        assertThat(byHour.of(every(3_600_000, 5))).isEqualTo(7_200_000);
    }

    @Test
    void toolsGetTheFiveMinutesTheyExpect() {
        assertThat(LookBack.PROMETHEUS.of(every(1_000, 60))).isEqualTo(300_000);
    }

    @Test
    void valueIsGoneOnceItsSeriesIsSilent() {
        TestingPoints source = new TestingPoints().with("up", Map.of(), 1, 1, 1, 1);

        assertThat(at(source, 60).columns().getFirst().has(0)).isTrue();
        assertThat(at(source, 61).columns()).isEmpty();
    }

    private static Evaluator.Value.Vector at(TestingPoints source, long seconds) {
        Steps steps = new Steps(seconds * 1_000, 1, 1);
        Evaluator evaluator = new Evaluator(source, steps, TestingPoints.unlimited(), BY_SECOND);
        return (Evaluator.Value.Vector) evaluator.evaluate(Parser.parse("up"));
    }

    private static Points every(long intervalMs, int count) {
        long[] times = new long[count];
        Arrays.setAll(times, point -> point * intervalMs);
        return points(times);
    }

    private static Points points(long... timesMs) {
        return new Points(Labels.EMPTY, timesMs, new double[timesMs.length], null);
    }
}
