package io.novacron.goc.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as an operations center writes them: UTC, 24 hours, never without saying so. */
public final class Times {

    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Times() {}

    public static String full(Instant instant) {
        return FULL.format(instant);
    }

    /** Hours to seconds only; for places whose heading says UTC. */
    public static String clock(Instant instant) {
        return CLOCK.format(instant);
    }

    /** 45 s, 12 m 5 s, 3 h 20 m, 4 d 2 h. */
    public static String span(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return seconds % 60 == 0 ? seconds / 60 + " m" : "%d m %d s".formatted(seconds / 60, seconds % 60);
        }
        if (seconds < 86_400) {
            return seconds % 3_600 < 60
                    ? seconds / 3_600 + " h"
                    : "%d h %d m".formatted(seconds / 3_600, seconds % 3_600 / 60);
        }
        return "%d d %d h".formatted(seconds / 86_400, seconds % 86_400 / 3_600);
    }
}
