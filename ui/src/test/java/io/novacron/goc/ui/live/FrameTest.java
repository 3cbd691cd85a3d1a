package io.novacron.goc.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.vitals.Vitals;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class FrameTest {

    private static final Vitals VITALS = new Vitals(Instant.ofEpochMilli(700), Instant.ofEpochMilli(800));

    private static Frame after(Frame before, int state, int... values) {
        return Frame.after(before, 1_000, VITALS, new int[] {state}, values);
    }

    @Test
    void whoSawTheFrameBeforeIsToldTheChangeAndEverybodyElseTheWhole() {
        Frame first = Frame.after(null, 1_000, VITALS, new int[] {0}, new int[] {100, 5, 90, 3, 3, 4});
        Frame second = after(first, 2, 101, 5, 90, 3, 3, 3);

        assertThat(second.after(first.number())).isEqualTo("C" + text(4, 2, 0, 0, 0, 0, 1));
        assertThat(second.after(0)).isEqualTo("W" + text(4, 0xca, 0x01, 10, 0xb4, 0x01, 6, 6, 6));
        assertThat(second.after(second.number())).startsWith("W");
        assertThat(first.after(0)).startsWith("W");
    }

    @Test
    void ofOtherRegionsThereIsNoChange() {
        Frame first = Frame.after(null, 1_000, VITALS, new int[0], new int[0]);
        Frame second = after(first, 0, 1, 1, 1, 1, 1, 1);

        assertThat(second.after(first.number())).startsWith("W");
    }

    @Test
    void theLongestAndTheNegativeAreWrittenToo() {
        assertThat(FrameCode.whole(new int[0], new int[] {1_000_000, Integer.MIN_VALUE, -1, 0, 0, 0}))
                .isEqualTo(text(0x80, 0x89, 0x7a, 0xff, 0xff, 0xff, 0xff, 0x0f, 1, 0, 0, 0));
    }

    @Test
    void valuesAreWrittenColumnByColumn() {
        int[] twoRegions = {1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60};

        assertThat(FrameCode.whole(new int[] {0, 1}, twoRegions))
                .isEqualTo(text(0, 2, 2, 20, 4, 40, 6, 60, 8, 80, 10, 100, 12, 120));
    }

    @Test
    void valuesKeepTheDigitsThatAreShown() {
        assertThat(FrameCode.threeDigits(12_345.6)).isEqualTo(12_300);
        assertThat(FrameCode.threeDigits(999.4)).isEqualTo(999);
        assertThat(FrameCode.threeDigits(0.6)).isEqualTo(1);
        assertThat(FrameCode.threeDigits(9e12)).isEqualTo(Integer.MAX_VALUE);
        assertThat(FrameCode.threeDigits(Double.NaN)).isEqualTo(-1);
    }

    private static String text(int... bytes) {
        byte[] all = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            all[i] = (byte) bytes[i];
        }
        return Base64.getEncoder().encodeToString(all);
    }
}
