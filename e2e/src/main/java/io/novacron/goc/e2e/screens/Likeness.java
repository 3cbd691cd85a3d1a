package io.novacron.goc.e2e.screens;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * Whether a screen still looks as it did when its reference was kept. Compared is how bright each square of {@value
 * #SQUARE} by {@value #SQUARE} pixels is; squares in which something live stands do not count. So a reference is a
 * small picture in grey, in which {@value #LIVE} marks what does not count.
 */
final class Likeness {

    static final int SQUARE = 8;
    static final int LIVE = 255;
    /** A square whose brightness, of 255, moved further than this looks different. */
    private static final int TOLERATED = 24;
    /** Of a thousand squares, so many may look different: a word may be drawn anew, a form cannot be missing. */
    private static final int TOLERATED_PER_MILLE = 3;

    private static final boolean REWRITE = Boolean.getBoolean("goc.references.rewrite");

    private final Path references;

    Likeness(Path references) {
        this.references = references;
    }

    /** A part of the page that lives, in pixels. */
    record Box(double left, double top, double right, double bottom) {}

    /** Says what changed, if it did; or keeps the picture as the reference when that is asked for. */
    Optional<String> complaint(String name, byte[] png, List<Box> live) {
        try {
            BufferedImage now = squares(ImageIO.read(new ByteArrayInputStream(png)), live);
            Path file = references.resolve(name + ".png");
            if (REWRITE) {
                Files.createDirectories(references);
                ImageIO.write(now, "png", file.toFile());
                return Optional.empty();
            }
            if (!Files.exists(file)) {
                return Optional.of(
                        name + " has no reference; look at it, then keep it with -Dgoc.references.rewrite=true");
            }
            return compare(name, ImageIO.read(file.toFile()), now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<String> compare(String name, BufferedImage reference, BufferedImage now) {
        if (reference.getWidth() != now.getWidth() || reference.getHeight() != now.getHeight()) {
            return Optional.of(name + " has another size than its reference");
        }
        int compared = 0;
        int different = 0;
        for (int y = 0; y < now.getHeight(); y++) {
            for (int x = 0; x < now.getWidth(); x++) {
                int before = reference.getRaster().getSample(x, y, 0);
                int after = now.getRaster().getSample(x, y, 0);
                if (before != LIVE && after != LIVE) {
                    compared++;
                    different += Math.abs(before - after) > TOLERATED ? 1 : 0;
                }
            }
        }
        return different * 1_000L > (long) compared * TOLERATED_PER_MILLE
                ? Optional.of("%s looks different in %,d of %,d squares".formatted(name, different, compared))
                : Optional.empty();
    }

    static BufferedImage squares(BufferedImage picture, List<Box> live) {
        int width = (picture.getWidth() + SQUARE - 1) / SQUARE;
        int height = (picture.getHeight() + SQUARE - 1) / SQUARE;
        BufferedImage squares = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        WritableRaster raster = squares.getRaster();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                raster.setSample(x, y, 0, Math.min(LIVE - 1, brightness(picture, x * SQUARE, y * SQUARE)));
            }
        }
        for (Box box : live) {
            int right = Math.min(width - 1, (int) Math.ceil(box.right() / SQUARE));
            int bottom = Math.min(height - 1, (int) Math.ceil(box.bottom() / SQUARE));
            for (int y = Math.max(0, (int) (box.top() / SQUARE) - 1); y <= bottom; y++) {
                for (int x = Math.max(0, (int) (box.left() / SQUARE) - 1); x <= right; x++) {
                    raster.setSample(x, y, 0, LIVE);
                }
            }
        }
        return squares;
    }

    private static int brightness(BufferedImage picture, int left, int top) {
        int right = Math.min(picture.getWidth(), left + SQUARE);
        int bottom = Math.min(picture.getHeight(), top + SQUARE);
        long sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int rgb = picture.getRGB(x, y);
                sum += 299 * ((rgb >> 16) & 0xff) + 587 * ((rgb >> 8) & 0xff) + 114 * (rgb & 0xff);
            }
        }
        return (int) (sum / (1_000L * (right - left) * (bottom - top)));
    }
}
