package io.novacron.goc.telemetry.promql;

/**
 * The times at which an expression is computed.
 *
 * @param startMs the first, epoch milliseconds
 * @param stepMs from one to the next
 * @param count how many, at least 1
 */
public record Steps(long startMs, long stepMs, int count) {

    long at(int step) {
        return startMs + step * stepMs;
    }

    long lastMs() {
        return at(count - 1);
    }
}
