package io.novacron.goc.analytics.detect;

import io.novacron.goc.kernel.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a detector makes of a series after a sample.
 *
 * @param severity how bad it is, {@code null} while nothing has lasted long enough to be said
 * @param clean whether the newest sample was wholly unsuspicious; findings end after enough of those
 * @param seen the value behind the opinion
 * @param expected the limit or the usual value
 * @param sinceMs when the trouble began, epoch milliseconds
 */
public record Opinion(@Nullable Severity severity, boolean clean, double seen, double expected, long sinceMs) {

    public static final Opinion CLEAN = new Opinion(null, true, Double.NaN, Double.NaN, 0);

    static Opinion suspicious(double seen, double expected, long sinceMs) {
        return new Opinion(null, false, seen, expected, sinceMs);
    }

    static Opinion trouble(Severity severity, double seen, double expected, long sinceMs) {
        return new Opinion(severity, false, seen, expected, sinceMs);
    }
}
