package io.novacron.goc.access;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Severity;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a person wants to see and hear the operations center.
 *
 * @param zone in which times are shown beside UTC
 * @param flashing whether what nobody has acknowledged flashes
 * @param sounds the severities that are heard until somebody acknowledges
 * @param volume of the sounds, 0 (mute) to 100
 * @param desktop whether new alerts are told outside the page, too
 * @param keys whether single keys are commands
 * @param landing the address of the screen after signing in, relative; empty for the board
 */
public record Preferences(
        ZoneId zone,
        Theme theme,
        Density density,
        boolean flashing,
        Set<Severity> sounds,
        int volume,
        boolean desktop,
        boolean keys,
        String landing) {

    private static final int LOUDEST = 100;
    private static final Pattern ADDRESS = Pattern.compile("|[a-z0-9][a-zA-Z0-9/_-]{0,199}");

    /** What somebody has who never chose. */
    public static final Preferences DEFAULT = new Preferences(
            ZoneOffset.UTC,
            Theme.DARK,
            Density.COMPACT,
            true,
            EnumSet.of(Severity.CRITICAL, Severity.HIGH),
            60,
            false,
            true,
            "");

    /** The colours of the screens. */
    public enum Theme {
        DARK("Dark"),
        LIGHT("Light"),
        CONTRAST("High contrast");

        private final String words;

        Theme(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** How much is on a screen. */
    public enum Density {
        COMPACT("Compact"),
        COMFORTABLE("Comfortable");

        private final String words;

        Density(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public Preferences {
        if (volume < 0 || volume > LOUDEST) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT, "the volume is %d; give 0 to %d".formatted(volume, LOUDEST));
        }
        if (!ADDRESS.matcher(landing).matches()) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "the first screen is an address of this product, such as alerts or regions/eu-frankfurt");
        }
        sounds = Set.copyOf(sounds);
    }

    public Preferences withTheme(Theme other) {
        return new Preferences(zone, other, density, flashing, sounds, volume, desktop, keys, landing);
    }

    public Preferences withVolume(int other) {
        return new Preferences(zone, theme, density, flashing, sounds, other, desktop, keys, landing);
    }
}
