package io.novacron.goc.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.vitals.Vitals;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class QuarterTest {

    private static final Vitals NEVER = new Vitals(Instant.EPOCH, Instant.EPOCH);

    private final Quarter quarter = new Quarter();

    @Test
    void eachTenSecondsAreTheWorstOfThemAndSilenceIsAGap() {
        quarter.add(frame(1_000, 5));
        quarter.add(frame(2_000, 90));
        quarter.add(frame(3_000, 7));
        quarter.add(frame(31_000, 8));

        int[] all = quarter.all();
        assertThat(all).hasSize(90);
        assertThat(Arrays.copyOfRange(all, 86, 90)).containsExactly(90, -1, -1, 8);
        assertThat(Arrays.copyOfRange(all, 0, 86)).containsOnly(-1);
    }

    @Test
    void aRegionThatJoinsKeepsTheOthersAsTheyWere() {
        quarter.add(frame(1_000, 5));
        quarter.add(frame(11_000, 6, 40));

        int[] all = quarter.all();
        assertThat(all[88]).isEqualTo(5);
        assertThat(all[89]).isEqualTo(6);
        assertThat(all[178]).isEqualTo(-1);
        assertThat(all[179]).isEqualTo(40);
    }

    @Test
    void whatIsOlderThanAQuarterOfAnHourIsForgotten() {
        quarter.add(frame(0, 5));
        quarter.add(frame(900_000, 6));

        assertThat(quarter.all()[89]).isEqualTo(6);
        assertThat(Arrays.copyOf(quarter.all(), 89)).containsOnly(-1);
    }

    @Test
    void whatWasBeforeTheFirstFrameFillsInAndHidesNothingWorse() {
        quarter.add(frame(900_000, 6));
        quarter.addEarlier(0, 880_000, 40);
        quarter.addEarlier(0, 900_000, 5);
        quarter.addEarlier(0, 0, 99);
        quarter.addEarlier(0, 910_000, 99);
        quarter.addEarlier(1, 880_000, 99);

        assertThat(Arrays.copyOfRange(quarter.all(), 86, 90)).containsExactly(-1, 40, -1, 6);
        assertThat(Arrays.copyOf(quarter.all(), 87)).containsOnly(-1);
    }

    private static Frame frame(long atMs, int... errors) {
        int[] values = new int[errors.length * Frame.VALUES];
        for (int i = 0; i < errors.length; i++) {
            values[i * Frame.VALUES + Frame.ERRORS] = errors[i];
        }
        return Frame.after(null, atMs, NEVER, new int[errors.length], values);
    }
}
