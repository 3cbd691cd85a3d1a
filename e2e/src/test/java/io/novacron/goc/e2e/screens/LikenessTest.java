package io.novacron.goc.e2e.screens;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.e2e.screens.Likeness.Box;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessTest {

    private static final Box CLOCK = new Box(600, 0, 680, 16);

    @Test
    void samePictureIsAlikeWhateverItsClockSays() {
        BufferedImage noon = Likeness.squares(picture(0, Color.RED), List.of(CLOCK));
        BufferedImage evening = Likeness.squares(picture(0, Color.WHITE), List.of(CLOCK));

        assertThat(Likeness.compare("screen", noon, evening)).isEmpty();
        assertThat(Likeness.compare("screen", evening, noon)).isEmpty();
    }

    @Test
    void panelThatMovedAndAColourThatChangedAreSeen() {
        BufferedImage before = Likeness.squares(picture(0, Color.RED), List.of(CLOCK));
        BufferedImage moved = Likeness.squares(picture(40, Color.RED), List.of(CLOCK));

        assertThat(Likeness.compare("screen", before, moved))
                .hasValueSatisfying(complaint -> assertThat(complaint).startsWith("screen looks different in"));
    }

    @Test
    void pictureOfAnotherSizeIsNotCompared() {
        BufferedImage small = Likeness.squares(new BufferedImage(80, 80, BufferedImage.TYPE_INT_RGB), List.of());
        BufferedImage large = Likeness.squares(picture(0, Color.RED), List.of());

        assertThat(Likeness.compare("screen", small, large)).hasValue("screen has another size than its reference");
    }

    /** A dark page with a bright panel, and a clock at the top right. */
    private static BufferedImage picture(int moved, Color clock) {
        BufferedImage picture = new BufferedImage(683, 384, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.LIGHT_GRAY);
        pen.fillRect(40 + moved, 60, 300, 200);
        pen.setColor(clock);
        pen.fillRect(600, 0, 80, 16);
        pen.dispose();
        return picture;
    }
}
