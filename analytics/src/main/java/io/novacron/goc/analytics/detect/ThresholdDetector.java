package io.novacron.goc.analytics.detect;

import io.novacron.goc.kernel.Severity;
import java.time.Duration;
import java.util.List;

/** Speaks up when a value has been at or above a limit for long enough. Several limits make a ladder. */
public final class ThresholdDetector implements Detector {

    /** After so long without a sample, nothing is known to have lasted. */
    private static final long GAP_MS = 300_000;

    private final List<Rung> ladder;
    private final double lowest;
    private final int[] inARow;
    private final long[] sinceMs;
    private boolean idle = true;
    private long newestMs;

    /**
     * One limit.
     *
     * @param samples how many in a row must reach it
     * @param hold how long they must span
     */
    public record Rung(double limit, Severity severity, int samples, Duration hold) {}

    /** @param ladder the limits, worst first */
    public ThresholdDetector(List<Rung> ladder) {
        this.ladder = List.copyOf(ladder);
        this.lowest = ladder.stream().mapToDouble(Rung::limit).min().orElseThrow();
        this.inARow = new int[ladder.size()];
        this.sinceMs = new long[ladder.size()];
    }

    @Override
    public String name() {
        return "threshold";
    }

    @Override
    public Opinion observe(long atMs, double value) {
        boolean gap = atMs - newestMs > GAP_MS;
        newestMs = atMs;
        if (value < lowest && idle) {
            return Opinion.CLEAN;
        }
        count(atMs, value, gap);
        idle = value < lowest;
        return idle ? Opinion.CLEAN : opinion(atMs, value);
    }

    private void count(long atMs, double value, boolean gap) {
        for (int i = 0; i < inARow.length; i++) {
            if (value < ladder.get(i).limit()) {
                inARow[i] = 0;
                continue;
            }
            if (gap || inARow[i] == 0) {
                inARow[i] = 0;
                sinceMs[i] = atMs;
            }
            inARow[i]++;
        }
    }

    private Opinion opinion(long atMs, double value) {
        Opinion suspicion = Opinion.suspicious(value, lowest, atMs);
        for (int i = 0; i < inARow.length; i++) {
            Rung rung = ladder.get(i);
            boolean lasted = atMs - sinceMs[i] >= rung.hold().toMillis();
            if (inARow[i] >= rung.samples() && lasted) {
                return Opinion.trouble(rung.severity(), value, rung.limit(), sinceMs[i]);
            }
        }
        return suspicion;
    }
}
