package io.novacron.goc.ui.live;

import io.novacron.goc.vitals.Vitals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the board shows in one second. It is put into words once, for all who look: as a whole for who begins, and as
 * the change since the frame before for everybody else. Shared by all viewers, so never changed.
 *
 * @param number one more than that of the frame before
 * @param atMs when it was made, epoch milliseconds
 * @param vitals when the house was last alive
 * @param states one code for each region, in the order of the fleet
 * @param values {@link #VALUES} for each region: requests/s, errors per million, p99 in ms, hosts up, hosts, age in
 *     tenths of a second; -1 when unknown
 * @param whole the states and values as {@link FrameCode} writes them
 * @param change the same as differences from the frame before; null when that had other regions
 */
public record Frame(
        long number,
        long atMs,
        Vitals vitals,
        int[] states,
        int[] values,
        String whole,
        @Nullable String change) {

    static final int VALUES = 6;
    static final int ERRORS = 1;

    /** The frame after another. */
    static Frame after(@Nullable Frame before, long atMs, Vitals vitals, int[] states, int[] values) {
        String whole = FrameCode.whole(states, values);
        if (before == null) {
            return new Frame(1, atMs, vitals, states, values, whole, null);
        }
        boolean follows = before.states().length == states.length;
        String change = follows ? FrameCode.change(before, states, values) : null;
        return new Frame(before.number() + 1, atMs, vitals, states, values, whole, change);
    }

    /**
     * What to tell somebody who has seen a frame.
     *
     * @param seen the number of the newest frame they have seen, zero for none
     * @return the letter {@code W} and the whole, or {@code C} and the change
     */
    public String after(long seen) {
        return change != null && seen == number - 1 ? "C" + change : "W" + whole;
    }

    /** As the live sign in the browser takes it: when it was made, and when the house was last alive. */
    public List<Double> beat() {
        return List.of((double) atMs, (double) vitals.telemetryHeardAt().toEpochMilli(), (double)
                vitals.databaseAnsweredAt().toEpochMilli());
    }
}
