package io.novacron.goc.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.kernel.TestingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveWindowTest {

    private static final Duration LENGTH = Duration.ofMinutes(15);
    private static final int ONE_PAGE = 1 << 20;

    private final TestingClock clock = new TestingClock(Instant.EPOCH);
    private final LiveWindow window = new LiveWindow(LENGTH, ONE_PAGE, clock);

    @Test
    void pointsOlderThanTheWindowAreDropped() {
        for (int i = 0; i < 36_000; i++) {
            add(3, i * 100L, i);
        }

        long[] times = window.recent(3).timestampsMs();
        long newest = 3_599_900;
        assertThat(times[times.length - 1]).isEqualTo(newest);
        assertThat(times[0]).isBetween(newest - LENGTH.toMillis() - 60_000, newest - LENGTH.toMillis());
        assertThat(times).hasSize((int) (newest - times[0]) / 100 + 1);
        assertThat(window.latest(3)).isEqualTo(35_999);
        assertThat(window.lastSeenMs(3)).isEqualTo(newest);
        assertThat(window.wholeSinceMs()).isEqualTo(newest - LENGTH.toMillis());
    }

    @Test
    void whenMemoryIsShortTheWindowIsShorterForAllAndTheNewestPointsStay() {
        int series = 400;
        for (int i = 0; i < 2_000; i++) {
            for (int index = 0; index < series; index++) {
                add(index, i * 100L + 1, i * 0.777777 + index);
            }
        }

        assertThat(window.wholeSinceMs()).isBetween(100_000L, 199_000L);
        assertThat(IntStream.range(0, series)).allSatisfy(index -> {
            long[] times = window.recent(index).timestampsMs();
            assertThat(times[0]).isLessThanOrEqualTo(window.wholeSinceMs());
            assertThat(times[times.length - 1]).isEqualTo(199_901);
        });
    }

    @Test
    void whatWasFoldedBeforeTheStartStandsBeforeWhatCameSince() {
        clock.advance(Duration.ofHours(1));
        LiveWindow restarted = new LiveWindow(LENGTH, ONE_PAGE, clock);
        long start = clock.millis();
        restarted.folded(point(0, start, 100));
        assertThat(restarted.wholeSinceMs()).isEqualTo(start);

        for (int i = 1; i <= 5; i++) {
            restarted.past(point(0, start - 60_000 + i * 10_000L, i));
            restarted.past(point(1, start - 60_000 + i * 10_000L, i));
        }
        restarted.past(point(0, start - 20_000, 4));
        restarted.pastIsWhole(Instant.ofEpochMilli(start - 60_000));

        assertThat(restarted.recent(0).values()).containsExactly(1, 2, 3, 4, 5, 100);
        assertThat(restarted.latest(0)).isEqualTo(100);
        assertThat(restarted.latest(1)).isEqualTo(5);
        assertThat(restarted.lastSeenMs(1)).isEqualTo(start - 10_000);
        assertThat(restarted.wholeSinceMs()).isEqualTo(start - 60_000);

        clock.advance(LENGTH);
        restarted.folded(point(0, clock.millis(), 101));

        assertThat(restarted.recent(0).values()).containsExactly(100, 101);
        assertThat(restarted.recent(1).size()).isZero();
    }

    @Test
    void aLatePointCountsOnceAndStandsInItsPlace() {
        clock.advance(Duration.ofHours(1));
        LiveWindow late = new LiveWindow(LENGTH, ONE_PAGE, clock);
        long start = clock.millis();
        late.pastBegins();
        late.folded(point(0, start + 1_000, 1));
        assertThat(late.offer(0, start - 5_000, 5))
                .as("what was before the start is not known yet")
                .isEqualTo(LatePoints.Verdict.NOT_YET);
        late.past(point(0, start - 6_000, 6));
        late.past(point(0, start - 7_000, 7));
        late.past(point(0, start - 7_000, 7));
        late.pastIsWhole(Instant.ofEpochMilli(start - 60_000));
        late.pastEnds();

        assertThat(late.offer(0, start - 5_000, 5)).isEqualTo(LatePoints.Verdict.NEW);
        assertThat(late.offer(0, start - 5_000, 5)).isEqualTo(LatePoints.Verdict.KNOWN);
        assertThat(late.offer(0, start - 6_000, 6)).isEqualTo(LatePoints.Verdict.KNOWN);
        assertThat(late.offer(0, start - 7_000, 7)).isEqualTo(LatePoints.Verdict.KNOWN);
        assertThat(late.offer(0, start + 1_000, 1)).isEqualTo(LatePoints.Verdict.KNOWN);
        assertThat(late.offer(0, start - 61_000, 9)).isEqualTo(LatePoints.Verdict.TOO_LATE);
        assertThat(late.recent(0).values()).containsExactly(7, 6, 5, 1);
        assertThat(late.samples(0, new TimeSpan(start - 6_000, start - 5_000)).values())
                .containsExactly(6, 5);

        clock.advance(LENGTH.plusMinutes(1));
        late.folded(point(1, clock.millis(), 1));

        assertThat(late.recent(0).values()).as("what is too old goes").doesNotContain(5, 7);
    }

    @Test
    void aSpanHoldsBothItsEnds() {
        IntStream.range(0, 10).forEach(i -> add(0, i * 1_000L, i));

        assertThat(window.samples(0, new TimeSpan(3_000, 5_000)).values()).containsExactly(3, 4, 5);
    }

    @Test
    void pointsThatAreSeenAgainWhenAPartitionIsReadAnewAreLeftOut() {
        for (int again = 0; again < 2; again++) {
            for (int i = 0; i < 5; i++) {
                window.folded(point(0, i * 1_000L, i));
            }
        }

        assertThat(window.recent(0).timestampsMs()).containsExactly(0, 1_000, 2_000, 3_000, 4_000);
    }

    @Test
    void aSeriesThatWasNeverSeenHasNoPoints() {
        assertThat(window.recent(5_000)).isEqualTo(Samples.NONE);
        assertThat(window.latest(5_000)).isNaN();
        assertThat(window.lastSeenMs(5_000)).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void manySeriesDoNotDisturbOneAnother() {
        for (int series = 0; series < 3_000; series++) {
            window.folded(point(series, 1_000, series));
        }

        assertThat(window.latest(0)).isZero();
        assertThat(window.latest(2_999)).isEqualTo(2_999);
    }

    @Test
    void silenceIsAGapAndNotALine() {
        long[] times = {0, 1_000, 2_000, 9_000, 10_000, 11_000};
        double[] values = {1, 2, 3, 4, 5, 6};

        Samples shown = new Samples(times, values).withGaps();

        assertThat(shown.timestampsMs()).containsExactly(0, 1_000, 2_000, 3_000, 9_000, 10_000, 11_000);
        assertThat(shown.values()).containsExactly(1, 2, 3, Double.NaN, 4, 5, 6);
    }

    @Test
    void aSteadySeriesHasNoGapWhateverItsPace() {
        Samples slow = new Samples(new long[] {0, 300_000, 600_000, 900_100}, new double[] {1, 2, 3, 4});

        assertThat(slow.withGaps()).isSameAs(slow);
    }

    private void add(int series, long time, double value) {
        clock.set(Instant.ofEpochMilli(time));
        window.folded(point(series, time, value));
    }

    private PointBatch point(int series, long time, double value) {
        return new PointBatch("test", clock.instant(), new int[] {series}, new long[] {time}, new double[] {value});
    }
}
