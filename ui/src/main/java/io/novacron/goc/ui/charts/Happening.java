package io.novacron.goc.ui.charts;

import io.novacron.goc.kernel.Severity;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened at a place.
 *
 * @param until when it was over; {@code null} when it is not, or was of a moment
 * @param tag shape and letter
 * @param tone the word of its colour: a state or a severity
 * @param address of the screen that tells more
 */
public record Happening(
        Kind kind, Instant at, @Nullable Instant until, String tag, String tone, String text, String address) {

    /** What it was. */
    public enum Kind {
        STATE,
        ALERT,
        INCIDENT,
        MAINTENANCE,
        DEPLOYMENT
    }

    /** Whether it goes on. */
    public boolean lasts() {
        return until == null && kind != Kind.STATE && kind != Kind.DEPLOYMENT;
    }

    static final Comparator<Happening> NEWEST_FIRST =
            Comparator.comparing(Happening::at).reversed();

    static Happening of(
            Kind kind, Instant at, @Nullable Instant until, Severity severity, String text, String address) {
        return new Happening(kind, at, until, severity.tag(), severity.word(), text, address);
    }
}
