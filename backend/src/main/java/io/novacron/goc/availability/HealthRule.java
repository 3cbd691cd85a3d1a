package io.novacron.goc.availability;

import io.novacron.goc.kernel.Health;

/**
 * How one indicator goes from state to state. Rows are where it stands, columns what the newest sample says:
 *
 * <pre>
 *             clean                 degraded                     critical                 silent
 * OK          OK                    DEGRADED after n in a row    CRITICAL after n         UNKNOWN at once
 * DEGRADED    OK after calm time    DEGRADED                     CRITICAL after n         UNKNOWN at once
 * CRITICAL    OK after calm time    DEGRADED after calm time     CRITICAL                 UNKNOWN at once
 * UNKNOWN     OK after n            DEGRADED after n             CRITICAL after n         UNKNOWN
 * </pre>
 *
 * <p>{@code n in a row} counts samples at least that bad; calm time counts from the last sample that was as bad as
 * the state.
 *
 * @param inARow samples needed to get worse, or to leave UNKNOWN
 * @param calmMs milliseconds needed to get better
 */
record HealthRule(int inARow, long calmMs) {

    /** What a sample says. */
    enum Reading {
        CLEAN,
        DEGRADED,
        CRITICAL
    }

    /**
     * Where an indicator stands.
     *
     * @param fresh samples since it was last unknown
     * @param bad samples in a row that were degraded or critical
     * @param critical samples in a row that were critical
     * @param badAtMs newest sample that was degraded or critical
     * @param criticalAtMs newest sample that was critical
     */
    record Standing(Health state, int fresh, int bad, int critical, long badAtMs, long criticalAtMs) {

        static final Standing UNHEARD = new Standing(Health.UNKNOWN, 0, 0, 0, Long.MIN_VALUE / 2, Long.MIN_VALUE / 2);
    }

    static Reading read(double value, double degradedFrom, double criticalFrom) {
        if (value >= criticalFrom) {
            return Reading.CRITICAL;
        }
        return value >= degradedFrom ? Reading.DEGRADED : Reading.CLEAN;
    }

    /** Where the indicator stands after a sample measured at that time. */
    Standing next(Standing now, Reading reading, long atMs) {
        boolean isBad = reading != Reading.CLEAN;
        boolean isCritical = reading == Reading.CRITICAL;
        Standing counted = new Standing(
                now.state(),
                Math.min(now.fresh() + 1, inARow),
                isBad ? Math.min(now.bad() + 1, inARow) : 0,
                isCritical ? Math.min(now.critical() + 1, inARow) : 0,
                isBad ? atMs : now.badAtMs(),
                isCritical ? atMs : now.criticalAtMs());
        Health state = decide(counted, reading, atMs);
        return state == counted.state()
                ? counted
                : new Standing(
                        state,
                        counted.fresh(),
                        counted.bad(),
                        counted.critical(),
                        counted.badAtMs(),
                        counted.criticalAtMs());
    }

    private Health decide(Standing counted, Reading reading, long atMs) {
        if (counted.critical() >= inARow) {
            return Health.CRITICAL;
        }
        return switch (counted.state()) {
            case OK, MAINTENANCE -> counted.bad() >= inARow ? Health.DEGRADED : Health.OK;
            case DEGRADED -> atMs - counted.badAtMs() >= calmMs ? Health.OK : Health.DEGRADED;
            case CRITICAL -> {
                if (atMs - counted.criticalAtMs() < calmMs) {
                    yield Health.CRITICAL;
                }
                yield atMs - counted.badAtMs() >= calmMs ? Health.OK : Health.DEGRADED;
            }
            case UNKNOWN -> {
                if (counted.fresh() < inARow) {
                    yield Health.UNKNOWN;
                }
                yield reading == Reading.CLEAN ? Health.OK : Health.DEGRADED;
            }
        };
    }

    /** Counts that it was heard, without a judgement yet. */
    Standing heard(Standing now) {
        return new Standing(
                now.state(),
                Math.min(now.fresh() + 1, inARow),
                now.bad(),
                now.critical(),
                now.badAtMs(),
                now.criticalAtMs());
    }

    /** Where the indicator stands once it has fallen silent. */
    static Standing silent(Standing now) {
        return now.state() == Health.UNKNOWN ? now : Standing.UNHEARD;
    }
}
