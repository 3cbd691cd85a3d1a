package io.novacron.goc.telemetry;

import io.novacron.goc.telemetry.promql.Matcher;

/**
 * What a label must be.
 *
 * @param value what it is compared with; a pattern of RE2 for {@link Comparison#MATCHES} and its opposite
 */
public record Condition(String label, Comparison comparison, String value) {

    /** How a label is compared, as in PromQL. */
    public enum Comparison {
        EQUAL,
        NOT_EQUAL,
        MATCHES,
        MATCHES_NOT
    }

    static Condition of(Matcher matcher) {
        return new Condition(matcher.name(), Comparison.valueOf(matcher.kind().name()), matcher.value());
    }

    /** In PromQL. */
    @Override
    public String toString() {
        return new Matcher(label, Matcher.Kind.valueOf(comparison.name()), value).toString();
    }
}
