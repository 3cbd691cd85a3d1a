package io.novacron.goc.intelligence;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.Severity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a detector holds to be wrong.
 *
 * @param detector which one, for example {@code threshold}
 * @param series the series it was seen in, as Prometheus writes it; {@code null} when it is about no single one
 * @param indicator what was measured, in words: {@code error ratio}
 * @param seen the value that made the finding, in {@code unit}
 * @param expected the limit or the usual value, in {@code unit}
 * @param unit of both: {@code ratio}, {@code ms}, {@code s}, {@code /s}
 * @param severity the worst it has been
 * @param since when the trouble began, which is before it was held long enough to be found
 * @param endedAt when it was over, {@code null} while it lasts
 * @param explanation one sentence with units
 */
public record Finding(
        UUID id,
        String detector,
        Cause cause,
        Place place,
        @Nullable String series,
        String indicator,
        double seen,
        double expected,
        String unit,
        Severity severity,
        Instant since,
        @Nullable Instant endedAt,
        String explanation) {

    public Finding {
        if (Double.isInfinite(seen) || Double.isInfinite(expected)) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "finding %s of %s has seen %s and expected %s; both must be finite"
                            .formatted(detector, place, seen, expected));
        }
    }

    public boolean open() {
        return endedAt == null;
    }

    Finding escalated(Severity worse, double seenNow, String explanationNow) {
        return new Finding(
                id,
                detector,
                cause,
                place,
                series,
                indicator,
                seenNow,
                expected,
                unit,
                worse,
                since,
                endedAt,
                explanationNow);
    }

    Finding ended(Instant at) {
        return new Finding(
                id, detector, cause, place, series, indicator, seen, expected, unit, severity, since, at, explanation);
    }
}
