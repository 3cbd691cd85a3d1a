package io.novacron.goc.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LastAnswerTest {

    private static final String SCREEN = "the whole screen";
    private static final long SECOND = 1_000;

    private boolean listens = true;
    private @Nullable String kept = SCREEN;
    private long ms = 1_800_000_000_000L;
    private final LastAnswer answer = new LastAnswer(() -> listens, () -> kept, other -> kept = other);

    @Test
    void anAnswerIsForgottenOnceThePageHasCertainlyHadIt() {
        tell(LastAnswer.KEPT_MS);
        assertThat(kept).isEqualTo(SCREEN);

        tell(SECOND);
        assertThat(kept).contains("appError").isNotEqualTo(SCREEN);
    }

    @Test
    void manyFramesInOneMomentMakeItNoOlder() {
        for (int frame = 0; frame < 1_000; frame++) {
            answer.toldAt(ms);
        }
        assertThat(kept).isEqualTo(SCREEN);
    }

    @Test
    void aNewAnswerIsKeptAsLongEvenIfItReadsTheSame() {
        tell(LastAnswer.KEPT_MS);
        String same = String.valueOf(SCREEN.toCharArray());
        kept = same;
        tell(LastAnswer.KEPT_MS);
        assertThat(kept).isSameAs(same);

        tell(SECOND);
        assertThat(kept).isNotEqualTo(SCREEN);
    }

    @Test
    void aPageThatWasOutOfReachInBetweenMayStillAsk() {
        tell(LastAnswer.KEPT_MS);
        listens = false;
        tell(SECOND);
        listens = true;
        tell(LastAnswer.KEPT_MS - SECOND);
        assertThat(kept).isEqualTo(SCREEN);
    }

    @Test
    void whereNothingWasAnsweredNothingIsForgotten() {
        kept = null;
        tell(2 * LastAnswer.KEPT_MS);
        assertThat(kept).isNull();
    }

    /** A frame a second for so long. */
    private void tell(long forMs) {
        for (long end = ms + forMs; ms < end; ms += SECOND) {
            answer.toldAt(ms);
        }
    }
}
