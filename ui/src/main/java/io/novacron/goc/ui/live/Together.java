package io.novacron.goc.ui.live;

import io.novacron.goc.availability.HealthChanged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Regions that changed to the same state for the same reason at about the same time: one line of news, so that a storm
 * does not push out all else.
 *
 * @param newest the newest of the changes
 * @param regions how many there were
 */
record Together(HealthChanged newest, int regions) {

    private static final Duration APART_MOST = Duration.ofMinutes(1);

    /**
     * Folds what belongs together.
     *
     * @param changes newest first
     */
    static List<Together> of(List<HealthChanged> changes) {
        List<Together> folded = new ArrayList<>();
        for (HealthChanged change : changes) {
            int at = indexOf(folded, change);
            if (at < 0) {
                folded.add(new Together(change, 1));
            } else {
                Together known = folded.get(at);
                folded.set(at, new Together(known.newest(), known.regions() + 1));
            }
        }
        return folded;
    }

    private static int indexOf(List<Together> folded, HealthChanged change) {
        for (int i = folded.size() - 1; i >= 0; i--) {
            HealthChanged other = folded.get(i).newest();
            if (Duration.between(change.occurredAt(), other.occurredAt()).compareTo(APART_MOST) > 0) {
                return -1;
            }
            if (other.to() == change.to() && other.reason().equals(change.reason())) {
                return i;
            }
        }
        return -1;
    }
}
