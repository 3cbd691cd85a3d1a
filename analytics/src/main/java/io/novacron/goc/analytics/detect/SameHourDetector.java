package io.novacron.goc.analytics.detect;

import io.novacron.goc.intelligence.Baseline;
import io.novacron.goc.kernel.Severity;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Speaks up when a value stays far from what is usual at this hour of the day: robust distance {@code |x - median| /
 * (1.4826 * MAD + floor)}, of the smoothed value because the baseline is learnt from means of ten seconds. Median and
 * MAD bear half the history being odd (Rousseeuw and Croux 1993). The floor keeps a series that hardly ever moves from
 * crying over nothing.
 */
public final class SameHourDetector implements Detector {

    /** Fewer values than these are no history. */
    public static final int LEAST_SAMPLES = 30;

    private static final double NORMAL = 1.4826;
    private static final double RELATIVE_FLOOR = 0.05;
    private static final double SMOOTHING = 0.2;

    private final double floor;
    private final boolean bothWays;
    private final double limit;
    private final long holdMs;
    private @Nullable Baseline usual;
    private double smooth = Double.NaN;
    private long sinceMs;
    private boolean idle = true;

    /**
     * @param floor least spread that is assumed, in the unit of the series
     * @param bothWays whether too little is trouble too
     * @param limit distance from which a value is odd
     */
    public SameHourDetector(double floor, boolean bothWays, double limit, Duration hold) {
        this.floor = floor;
        this.bothWays = bothWays;
        this.limit = limit;
        this.holdMs = hold.toMillis();
    }

    /** Says what is usual from now on; {@code null} when nobody knows. */
    public void usual(@Nullable Baseline baseline) {
        usual = baseline;
    }

    @Override
    public String name() {
        return "same-hour";
    }

    @Override
    public Opinion observe(long atMs, double value) {
        smooth = Double.isNaN(smooth) ? value : smooth + SMOOTHING * (value - smooth);
        Baseline known = usual;
        if (known == null || known.samples() < LEAST_SAMPLES || distance(known) < limit) {
            idle = true;
            return Opinion.CLEAN;
        }
        if (idle) {
            idle = false;
            sinceMs = atMs;
        }
        return atMs - sinceMs >= holdMs
                ? Opinion.trouble(Severity.WARNING, smooth, known.median(), sinceMs)
                : Opinion.suspicious(smooth, known.median(), sinceMs);
    }

    private double distance(Baseline known) {
        double away = smooth - known.median();
        double spread = NORMAL * known.mad() + Math.max(floor, RELATIVE_FLOOR * Math.abs(known.median()));
        return (bothWays ? Math.abs(away) : away) / spread;
    }
}
