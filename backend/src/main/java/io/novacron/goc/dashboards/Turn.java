package io.novacron.goc.dashboards;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A board of a rotation and how long it is shown.
 *
 * @param board {@value #WORLD}, {@value #ATTENTION}, or the id of a dashboard
 * @param seconds how long it stays before the next one comes
 */
public record Turn(String board, int seconds) {

    /** The world: regions by state. */
    public static final String WORLD = "world";

    /** What needs somebody: open incidents and alerts that nobody has acknowledged. */
    public static final String ATTENTION = "attention";

    public static final int SHORTEST = 5;
    public static final int LONGEST = 3_600;

    private static final int USUAL = 30;
    private static final Pattern WRITTEN = Pattern.compile("([\\w-]{1,40})(?::(\\d{1,5}))?");

    public Turn {
        if (!board.equals(WORLD) && !board.equals(ATTENTION) && id(board).isEmpty()) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "there is no board \"%s\"; give world, attention, or the id of a dashboard".formatted(board));
        }
        if (seconds < SHORTEST || seconds > LONGEST) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "a board would be shown for %d s; give %d to %d".formatted(seconds, SHORTEST, LONGEST));
        }
    }

    /** Reads {@code world:30}; without a time it is shown for half a minute. */
    public static Turn of(String written) {
        var parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT, "a board is written as world:30, its name and for how many seconds");
        }
        return new Turn(parts.group(1), parts.group(2) == null ? USUAL : Integer.parseInt(parts.group(2)));
    }

    /** The dashboard, if it is one. */
    public Optional<UUID> dashboard() {
        return id(board);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As {@link #of} reads it. */
    @Override
    public String toString() {
        return board + ":" + seconds;
    }
}
