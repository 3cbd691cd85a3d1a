package io.novacron.goc.analytics.detect;

import io.novacron.goc.intelligence.Baseline;
import smile.math.MathEx;

/** Learns what is usual from values: their median and median absolute deviation. */
public final class RobustBaseline {

    private RobustBaseline() {}

    /** @param values at least one, in any order; not changed */
    public static Baseline of(double[] values) {
        double median = MathEx.median(values.clone());
        return new Baseline(median, MathEx.mad(values.clone()), values.length);
    }
}
