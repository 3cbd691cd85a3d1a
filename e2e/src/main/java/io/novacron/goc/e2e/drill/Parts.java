package io.novacron.goc.e2e.drill;

import java.util.Collection;

/** Sorted values, to ask for their parts. */
record Parts(double[] sorted) {

    static Parts of(Collection<Double> values) {
        return new Parts(
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray());
    }

    double middle() {
        return at(0.5);
    }

    /** The value that this part of all do not exceed; NaN when there is none. */
    double at(double part) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[Math.clamp((long) Math.ceil(part * sorted.length) - 1, 0, sorted.length - 1)];
    }
}
