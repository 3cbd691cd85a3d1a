package io.novacron.goc.telemetry.promql;

import java.time.Duration;
import java.util.Arrays;

/**
 * How old a point may be and still be the value of its series.
 *
 * @param most how far back points are looked for, in milliseconds
 * @param bySeries whether a series that comes often is given up sooner
 */
public record LookBack(long most, boolean bySeries) {

    /** What tools that speak PromQL expect: five minutes, whatever the series. */
    public static final LookBack PROMETHEUS = new LookBack(Duration.ofMinutes(5).toMillis(), false);

    private static final Duration SCREEN_MOST = Duration.ofMinutes(1);
    private static final long SCREEN_LEAST_MS = 5_000;
    private static final int INTERVALS = 3;
    private static final int STEPS = 2;
    private static final int GAPS_LOOKED_AT = 15;

    /**
     * For a screen, where silence must not look like health: three of the series' own intervals, five seconds at least;
     * a minute at most, or two steps where these are longer.
     */
    public static LookBack onScreen(Duration step) {
        return new LookBack(Math.max(SCREEN_MOST.toMillis(), step.toMillis() * STEPS), true);
    }

    /** How old, in milliseconds, a point of this series may be. */
    long of(Points points) {
        int gaps = Math.min(GAPS_LOOKED_AT, points.size() - 1);
        if (!bySeries || gaps < 1) {
            return most;
        }
        long[] between = new long[gaps];
        for (int gap = 0; gap < gaps; gap++) {
            int later = points.size() - 1 - gap;
            between[gap] = points.timesMs()[later] - points.timesMs()[later - 1];
        }
        Arrays.sort(between);
        return Math.clamp(INTERVALS * between[gaps / 2], Math.min(SCREEN_LEAST_MS, most), most);
    }
}
