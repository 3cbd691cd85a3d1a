package io.novacron.goc.telemetry.promql;

/**
 * The points of a series that lie in a range.
 *
 * @param from the first of them
 * @param until the first after them; there is at least one
 * @param startMs where the range begins
 * @param endMs where it ends
 */
record RangeWindow(Points points, int from, int until, long startMs, long endMs) {

    int size() {
        return until - from;
    }

    double value(int index) {
        return points.values()[from + index];
    }

    double first() {
        return points.values()[from];
    }

    double last() {
        return points.values()[until - 1];
    }

    long firstMs() {
        return points.timesMs()[from];
    }

    long lastMs() {
        return points.timesMs()[until - 1];
    }
}
