package io.novacron.goc.analytics;

import java.util.Arrays;
import java.util.Optional;

/**
 * The line through the points of a series that half of all pairs of points are steeper than, with how sure that is.
 *
 * <p>Source: H. Theil, "A rank-invariant method of linear and polynomial regression analysis" (1950); P. K. Sen,
 * "Estimates of the regression coefficient based on Kendall's tau" (1968), for the interval of the slope.
 *
 * @param lastMs when the newest point was measured, epoch milliseconds
 * @param level of the line at that time
 * @param slope a second
 * @param slopeLeast the slope is no less, at 95 %
 * @param slopeMost the slope is no more, at 95 %
 * @param off how far the points were off the line, sorted
 */
public record Trend(long lastMs, double level, double slope, double slopeLeast, double slopeMost, double[] off) {

    /** So few points lead nowhere. */
    public static final int FEWEST = 12;

    private static final int POINTS_MOST = 300;
    private static final double NORMAL_95 = 1.96;
    private static final double BAND_LOW = 0.05;
    private static final double BAND_HIGH = 0.95;
    private static final double MS = 1_000;

    /** Where the series will be at some time, and between what, nine times of ten. */
    public record Outlook(double middle, double low, double high) {}

    /**
     * @param timesMs rising
     * @param values one for each time; those that are not finite are left out
     * @return empty when there are fewer than {@value #FEWEST} points
     */
    public static Optional<Trend> of(long[] timesMs, double[] values) {
        int[] kept = kept(values);
        if (kept.length < FEWEST) {
            return Optional.empty();
        }
        int last = kept.length - 1;
        double[] seconds = new double[kept.length];
        double[] at = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            seconds[i] = (timesMs[kept[i]] - timesMs[kept[last]]) / MS;
            at[i] = values[kept[i]];
        }
        double[] slopes = slopes(seconds, at);
        double slope = quantile(slopes, 0.5);
        double[] levels = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            levels[i] = at[i] - slope * seconds[i];
        }
        Arrays.sort(levels);
        double level = quantile(levels, 0.5);
        double[] off = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            off[i] = levels[i] - level;
        }
        double points = at.length;
        double spread = NORMAL_95 * Math.sqrt(points * (points - 1) * (2 * points + 5) / 18) / slopes.length / 2;
        return Optional.of(new Trend(
                timesMs[kept[last]],
                level,
                slope,
                quantile(slopes, 0.5 - spread),
                quantile(slopes, 0.5 + spread),
                off));
    }

    /** The points that count: finite, at most so many, evenly chosen, the newest among them. */
    private static int[] kept(double[] values) {
        int[] finite = new int[values.length];
        int found = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                finite[found++] = i;
            }
        }
        int many = Math.min(found, POINTS_MOST);
        int[] kept = new int[many];
        for (int i = 0; i < many; i++) {
            kept[i] = finite[found - 1 - (int) ((long) (many - 1 - i) * found / many)];
        }
        return kept;
    }

    private static double[] slopes(double[] seconds, double[] values) {
        double[] slopes = new double[values.length * (values.length - 1) / 2];
        int filled = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = i + 1; j < values.length; j++) {
                if (seconds[j] > seconds[i]) {
                    slopes[filled++] = (values[j] - values[i]) / (seconds[j] - seconds[i]);
                }
            }
        }
        double[] all = Arrays.copyOf(slopes, filled);
        Arrays.sort(all);
        return all;
    }

    private static double quantile(double[] sorted, double rank) {
        double place = Math.clamp(rank, 0, 1) * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** Whether the series rises or falls for sure, and not merely wavers. */
    public boolean isSure() {
        return slopeLeast > 0 || slopeMost < 0;
    }

    /** Where the series leads; the band grows by what is not known of the slope. */
    public Outlook at(long timeMs) {
        double ahead = Math.max(0, (timeMs - lastMs) / MS);
        return new Outlook(
                level + slope * ahead,
                level + slopeLeast * ahead + quantile(off, BAND_LOW),
                level + slopeMost * ahead + quantile(off, BAND_HIGH));
    }

    /** How likely the series is at or above a limit at some time, 0 to 1: by how often it was so far off its line. */
    public double risk(double limit, long timeMs) {
        double middle = at(timeMs).middle();
        long above = Arrays.stream(off).filter(each -> middle + each >= limit).count();
        return (double) above / off.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Trend trend
                && lastMs == trend.lastMs
                && Double.compare(level, trend.level) == 0
                && Double.compare(slope, trend.slope) == 0
                && Arrays.equals(off, trend.off);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(level) + Double.hashCode(slope);
    }
}
