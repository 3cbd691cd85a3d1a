package io.novacron.goc.telemetry;

import java.util.List;
import java.util.Map;

/**
 * What a query gives.
 *
 * @param series no two with the same labels; a scalar is one without labels
 * @param heard how fresh the points are that it was made of
 */
public record QueryAnswer(Kind kind, List<AnsweredSeries> series, Heard heard) {

    /**
     * When the newest point was measured that an answer is made of, and how long after the one before it.
     *
     * @param newestMs epoch milliseconds; {@link Long#MIN_VALUE} when there was none
     * @param intervalMs 0 when it is not known
     */
    public record Heard(long newestMs, long intervalMs) {

        /** Nothing was heard. */
        public static final Heard NOTHING = new Heard(Long.MIN_VALUE, 0);
    }

    /** What the answer is, in PromQL's words. */
    public enum Kind {
        SCALAR,
        VECTOR,
        MATRIX
    }

    /**
     * One series of an answer, oldest first.
     *
     * @param labels sorted by name; the metric is the label {@code __name__}, if it was kept
     * @param timestampsMs epoch milliseconds
     * @param values one for each timestamp; may be NaN or infinite
     */
    public record AnsweredSeries(Map<String, String> labels, long[] timestampsMs, double[] values) {}
}
