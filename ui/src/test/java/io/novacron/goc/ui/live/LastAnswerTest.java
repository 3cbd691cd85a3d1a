package io.novacron.goc.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LastAnswerTest {

    private static final String SCREEN = "the whole screen";

    private boolean listens = true;
    private @Nullable String kept = SCREEN;
    private final LastAnswer answer = new LastAnswer(() -> listens, () -> kept, other -> kept = other);

    @Test
    void anAnswerIsForgottenOnceThePageHasCertainlyHadIt() {
        frames(LastAnswer.FRAMES);
        assertThat(kept).isEqualTo(SCREEN);

        frames(1);
        assertThat(kept).contains("appError").isNotEqualTo(SCREEN);
    }

    @Test
    void aNewAnswerIsKeptAsLongEvenIfItReadsTheSame() {
        frames(LastAnswer.FRAMES);
        String same = String.valueOf(SCREEN.toCharArray());
        kept = same;
        frames(LastAnswer.FRAMES);
        assertThat(kept).isSameAs(same);

        frames(1);
        assertThat(kept).isNotEqualTo(SCREEN);
    }

    @Test
    void aPageThatWasOutOfReachInBetweenMayStillAsk() {
        frames(LastAnswer.FRAMES);
        listens = false;
        frames(1);
        listens = true;
        frames(LastAnswer.FRAMES - 1);
        assertThat(kept).isEqualTo(SCREEN);
    }

    @Test
    void whereNothingWasAnsweredNothingIsForgotten() {
        kept = null;
        frames(2 * LastAnswer.FRAMES);
        assertThat(kept).isNull();
    }

    private void frames(int count) {
        for (int frame = 0; frame < count; frame++) {
            answer.frame();
        }
    }
}
