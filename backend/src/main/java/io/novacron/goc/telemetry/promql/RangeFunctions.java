package io.novacron.goc.telemetry.promql;

import io.novacron.goc.telemetry.sketch.QuantileSketch;
import java.util.Arrays;

/** What functions make of the points of one series in one range. */
final class RangeFunctions {

    private RangeFunctions() {}

    /** The value, or {@link Column#ABSENT} when there are too few points. */
    static double apply(Function function, RangeWindow window, double parameter) {
        return switch (function) {
            case RATE -> extrapolated(window, true, true);
            case INCREASE -> extrapolated(window, true, false);
            case DELTA -> extrapolated(window, false, false);
            case IRATE -> instant(window, true);
            case IDELTA -> instant(window, false);
            case RESETS -> resets(window);
            case CHANGES -> changes(window);
            case AVG_OVER_TIME -> sum(window) / count(window);
            case SUM_OVER_TIME -> sum(window);
            case COUNT_OVER_TIME -> count(window);
            case MIN_OVER_TIME -> least(window);
            case MAX_OVER_TIME -> most(window);
            case LAST_OVER_TIME -> window.last();
            case PRESENT_OVER_TIME -> 1;
            case STDVAR_OVER_TIME -> variance(window);
            case STDDEV_OVER_TIME -> Math.sqrt(variance(window));
            case QUANTILE_OVER_TIME -> quantile(window, parameter);
            default -> throw new IllegalStateException(function.word() + " takes no range");
        };
    }

    /**
     * The change over the range, as if the points reached its ends: by at most half their usual distance, and a counter
     * never below zero. Source: Prometheus' documentation of {@code rate} and its behaviour.
     */
    private static double extrapolated(RangeWindow window, boolean counter, boolean perSecond) {
        if (window.size() < 2) {
            return Column.ABSENT;
        }
        double change = counter ? rise(window) : window.last() - window.first();
        double toStart = (window.firstMs() - window.startMs()) / 1e3;
        double toEnd = (window.endMs() - window.lastMs()) / 1e3;
        double covered = (window.lastMs() - window.firstMs()) / 1e3;
        double usual = covered / (window.size() - 1);
        if (counter && change > 0 && window.first() >= 0) {
            toStart = Math.min(toStart, covered * (window.first() / change));
        }
        double nearby = usual * 1.1;
        double reach = covered + (toStart < nearby ? toStart : usual / 2) + (toEnd < nearby ? toEnd : usual / 2);
        double factor = reach / covered;
        if (perSecond) {
            factor /= (window.endMs() - window.startMs()) / 1e3;
        }
        return change * factor;
    }

    /** What a counter went up by from the first point to the last. */
    private static double rise(RangeWindow window) {
        Points.Buckets buckets = window.points().buckets();
        if (buckets != null) {
            return total(buckets.rises(), window) - buckets.rises()[window.from()];
        }
        double rise = window.last() - window.first();
        for (int i = 1; i < window.size(); i++) {
            if (window.value(i) < window.value(i - 1)) {
                rise += window.value(i - 1);
            }
        }
        return rise;
    }

    private static double instant(RangeWindow window, boolean rate) {
        int size = window.size();
        if (size < 2) {
            return Column.ABSENT;
        }
        double last = window.value(size - 1);
        double before = window.value(size - 2);
        double change = rate && last < before ? last : last - before;
        double seconds = (window.lastMs() - window.points().timesMs()[window.until() - 2]) / 1e3;
        return rate ? change / seconds : change;
    }

    private static double resets(RangeWindow window) {
        Points.Buckets buckets = window.points().buckets();
        if (buckets != null) {
            return total(buckets.resets(), window) - buckets.resets()[window.from()];
        }
        int resets = 0;
        for (int i = 1; i < window.size(); i++) {
            resets += window.value(i) < window.value(i - 1) ? 1 : 0;
        }
        return resets;
    }

    private static double changes(RangeWindow window) {
        int changes = 0;
        for (int i = 1; i < window.size(); i++) {
            changes += window.value(i) != window.value(i - 1) ? 1 : 0;
        }
        return changes;
    }

    private static double sum(RangeWindow window) {
        Points.Buckets buckets = window.points().buckets();
        return total(buckets == null ? window.points().values() : buckets.sums(), window);
    }

    private static double count(RangeWindow window) {
        Points.Buckets buckets = window.points().buckets();
        return buckets == null ? window.size() : total(buckets.counts(), window);
    }

    private static double total(double[] column, RangeWindow window) {
        double total = 0;
        for (int i = window.from(); i < window.until(); i++) {
            total += column[i];
        }
        return total;
    }

    private static double least(RangeWindow window) {
        Points.Buckets buckets = window.points().buckets();
        double[] column = buckets == null ? window.points().values() : buckets.mins();
        double least = column[window.from()];
        for (int i = window.from() + 1; i < window.until(); i++) {
            least = Math.min(least, column[i]);
        }
        return least;
    }

    private static double most(RangeWindow window) {
        Points.Buckets buckets = window.points().buckets();
        double[] column = buckets == null ? window.points().values() : buckets.maxs();
        double most = column[window.from()];
        for (int i = window.from() + 1; i < window.until(); i++) {
            most = Math.max(most, column[i]);
        }
        return most;
    }

    private static double variance(RangeWindow window) {
        double mean = total(window.points().values(), window) / window.size();
        double squares = 0;
        for (int i = 0; i < window.size(); i++) {
            double off = window.value(i) - mean;
            squares += off * off;
        }
        return squares / window.size();
    }

    private static double quantile(RangeWindow window, double rank) {
        Points.Buckets buckets = window.points().buckets();
        if (buckets != null && !buckets.sketches().isEmpty()) {
            return merged(window, buckets).quantile(rank);
        }
        return Aggregations.quantile(rank, Arrays.copyOfRange(window.points().values(), window.from(), window.until()));
    }

    /** One sketch of all points in the window; a bucket without one goes for so many points of its last value. */
    private static QuantileSketch merged(RangeWindow window, Points.Buckets buckets) {
        QuantileSketch merged = new QuantileSketch();
        for (int i = window.from(); i < window.until(); i++) {
            QuantileSketch own = buckets.sketches().get(window.points().timesMs()[i]);
            if (own == null) {
                merged.add(window.points().values()[i], Math.round(buckets.counts()[i]));
            } else {
                merged.merge(own);
            }
        }
        return merged;
    }
}
