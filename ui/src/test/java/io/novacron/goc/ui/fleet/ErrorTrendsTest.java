package io.novacron.goc.ui.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.ui.live.LiveHub;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class ErrorTrendsTest {

    private static final int POINTS = LiveHub.QUARTER_POINTS;

    @Test
    void whatRisesFallsOrWaversIsToldApartAndWhatIsNotKnownIsNotTold() {
        int[] trends = ErrorTrends.of(regions(
                point -> 1_000 + 100 * point,
                point -> 60_000 - 400 * point,
                point -> 900 + point % 7,
                point -> point < POINTS - 25 ? -1 : 5_000 * point));

        assertThat(trends[0]).isEqualTo(1);
        assertThat(trends[1]).isBetween(18_000, 20_000);
        assertThat(trends[2]).isEqualTo(-1);
        assertThat(trends[3]).isZero();
        assertThat(trends[4]).isZero();
        assertThat(trends[5]).isBetween(890, 920);
        assertThat(trends[6]).isZero();
        assertThat(trends[7]).isEqualTo(-1);
    }

    @Test
    void noRegionHasNoTrend() {
        assertThat(ErrorTrends.of(new int[0])).isEmpty();
    }

    private static int[] regions(IntUnaryOperator... errors) {
        int[] all = new int[errors.length * POINTS];
        Arrays.setAll(all, i -> errors[i / POINTS].applyAsInt(i % POINTS));
        return all;
    }
}
