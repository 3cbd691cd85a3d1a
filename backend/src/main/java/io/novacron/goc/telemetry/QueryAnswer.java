package io.novacron.goc.telemetry;

import java.util.List;
import java.util.Map;

/**
 * What a query gives.
 *
 * @param series no two with the same labels; a scalar is one without labels
 */
public record QueryAnswer(Kind kind, List<AnsweredSeries> series) {

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
