package io.novacron.goc.dashboards;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import java.util.List;

/**
 * One part of a dashboard.
 *
 * @param number tells it from the others of its dashboard
 * @param unit of its values, as charts know it: {@code ratio}, {@code ms}, {@code B/s}, or any word
 * @param queries what it asks, each in PromQL; none for a text
 * @param limits values that should not be crossed, the milder first
 * @param text what a text says, in plain words
 */
public record Panel(
        int number,
        Kind kind,
        String title,
        String unit,
        List<Query> queries,
        List<Limit> limits,
        String text,
        Box box) {

    public static final int QUERIES_MOST = 12;
    public static final int EXPRESSION_LONGEST = 4_000;

    private static final int TITLE_LONGEST = 200;
    private static final int UNIT_LONGEST = 20;
    private static final int TEXT_LONGEST = 10_000;
    private static final int LIMITS_MOST = 8;

    /** How a panel shows its answers. */
    public enum Kind {
        LINES("lines over time"),
        NUMBER("one number for each series"),
        TABLE("table of newest values"),
        FORECAST("lines, and where they lead"),
        TEXT("text");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * What is asked.
     *
     * @param legend how its lines are called; empty when their labels say it best
     */
    public record Query(String expression, String legend) {
        public Query {
            expression = Text.checked("expression", expression, EXPRESSION_LONGEST);
            legend = Text.cleaned("legend", legend, TITLE_LONGEST);
        }
    }

    /**
     * A value that should not be crossed.
     *
     * @param severity {@code warning} or {@code critical}
     */
    public record Limit(double value, String severity) {
        public Limit {
            if (!Double.isFinite(value) || !List.of("warning", "critical").contains(severity)) {
                throw new OperationsException(
                        ErrorCode.INVALID_INPUT,
                        "a limit is %s with severity %s; give a number, and warning or critical"
                                .formatted(value, severity));
            }
        }
    }

    public Panel {
        title = Text.cleaned("title of a panel", title, TITLE_LONGEST);
        unit = Text.cleaned("unit", unit, UNIT_LONGEST);
        text = Text.cleaned("text", text, TEXT_LONGEST);
        queries = List.copyOf(queries);
        limits = List.copyOf(limits);
        if (queries.size() > QUERIES_MOST || limits.size() > LIMITS_MOST) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "the panel %s has %d queries and %d limits; at most %d and %d are kept"
                            .formatted(title, queries.size(), limits.size(), QUERIES_MOST, LIMITS_MOST));
        }
        if (kind != Kind.TEXT && queries.isEmpty()) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT, "the panel %s asks nothing; write a query".formatted(title));
        }
    }

    public Panel at(Box elsewhere) {
        return new Panel(number, kind, title, unit, queries, limits, text, elsewhere);
    }

    Panel numbered(int other) {
        return new Panel(other, kind, title, unit, queries, limits, text, box);
    }
}
