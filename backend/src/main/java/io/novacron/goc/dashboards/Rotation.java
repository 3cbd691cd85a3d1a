package io.novacron.goc.dashboards;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import java.util.List;
import java.util.Set;

/**
 * Which board of a wall is shown: each for its time, one after another; but a board in alarm comes at once and stays,
 * and of several in alarm each for its time. For one wall; not safe for threads.
 */
public final class Rotation {

    public static final int BOARDS_MOST = 20;

    private final List<Turn> turns;
    private int shown;
    private long sinceMs;

    /** @param nowMs when the first board is shown */
    public Rotation(List<Turn> turns, long nowMs) {
        if (turns.isEmpty() || turns.size() > BOARDS_MOST) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "a wall of %d boards was asked for; give 1 to %d".formatted(turns.size(), BOARDS_MOST));
        }
        this.turns = List.copyOf(turns);
        this.sinceMs = nowMs;
    }

    public List<Turn> turns() {
        return turns;
    }

    /** The board to show now, by its place. */
    public int at(long nowMs, Set<Integer> alarmed) {
        boolean over = nowMs - sinceMs >= turns.get(shown).seconds() * 1_000L;
        boolean calmBeforeAlarm = !alarmed.isEmpty() && !alarmed.contains(shown);
        if (calmBeforeAlarm || (over && turns.size() > 1)) {
            shown = next(alarmed);
            sinceMs = nowMs;
        }
        return shown;
    }

    private int next(Set<Integer> alarmed) {
        for (int step = 1; step <= turns.size(); step++) {
            int candidate = (shown + step) % turns.size();
            if (alarmed.isEmpty() || alarmed.contains(candidate)) {
                return candidate;
            }
        }
        return shown;
    }
}
