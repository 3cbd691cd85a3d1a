package io.novacron.goc.telemetry;

import java.time.Instant;

/**
 * What a series did in one bucket of time.
 *
 * @param at start of the bucket
 * @param count points in it, at least 1
 * @param last value of the newest point
 */
public record Rollup(Instant at, long count, double sum, double min, double max, double last) {

    public double mean() {
        return sum / count;
    }
}
