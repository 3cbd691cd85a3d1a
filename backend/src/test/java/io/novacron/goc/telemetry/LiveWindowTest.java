package io.novacron.goc.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LiveWindowTest {

    private static final int MOST = 20;

    private final LiveWindow window = new LiveWindow(MOST);

    @Test
    void theLastPointsStayInOrderHoweverManyCome() {
        for (int i = 0; i < 75; i++) {
            window.folded(point(3, i * 1_000L, i));
        }

        Samples samples = window.recent(3);

        assertThat(samples.timestampsMs())
                .containsExactly(LongStream.range(55, 75).map(i -> i * 1_000).toArray());
        assertThat(samples.values()[MOST - 1]).isEqualTo(74);
        assertThat(window.latest(3)).isEqualTo(74);
        assertThat(window.lastSeenMs(3)).isEqualTo(74_000);
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

    private static PointBatch point(int series, long time, double value) {
        return new PointBatch("test", Instant.EPOCH, new int[] {series}, new long[] {time}, new double[] {value});
    }
}
