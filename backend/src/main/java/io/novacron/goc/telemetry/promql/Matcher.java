package io.novacron.goc.telemetry.promql;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import org.jspecify.annotations.Nullable;

/** What a label must be. Patterns are RE2, anchored at both ends, and take time in proportion to the text. */
public final class Matcher {

    /** How a label is compared. */
    public enum Kind {
        EQUAL,
        NOT_EQUAL,
        MATCHES,
        MATCHES_NOT
    }

    private final String name;
    private final Kind kind;
    private final String value;
    private final @Nullable Pattern pattern;

    /**
     * @throws OperationsException {@link ErrorCode#INVALID_INPUT} when the value should be a pattern and is none
     */
    public Matcher(String name, Kind kind, String value) {
        this.name = name;
        this.kind = kind;
        this.value = value;
        this.pattern = kind == Kind.MATCHES || kind == Kind.MATCHES_NOT ? compile(name, value) : null;
    }

    private static Pattern compile(String name, String value) {
        try {
            return Pattern.compile("^(?:" + value + ")$", Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "the pattern \"%s\" of label %s cannot be read: %s".formatted(value, name, e.getDescription()),
                    e);
        }
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    public String value() {
        return value;
    }

    /** Whether a label of this value is meant; a label that is not there has an empty one. */
    public boolean matches(String actual) {
        return switch (kind) {
            case EQUAL -> value.equals(actual);
            case NOT_EQUAL -> !value.equals(actual);
            case MATCHES -> pattern != null && pattern.matches(actual);
            case MATCHES_NOT -> pattern != null && !pattern.matches(actual);
        };
    }

    @Override
    public String toString() {
        String sign = switch (kind) {
            case EQUAL -> "=";
            case NOT_EQUAL -> "!=";
            case MATCHES -> "=~";
            case MATCHES_NOT -> "!~";
        };
        return name
                + sign
                + '"'
                + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
                + '"';
    }
}
