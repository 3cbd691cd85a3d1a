package io.novacron.goc.kernel;

import java.time.Duration;
import java.time.Instant;

/** A span of time: {@code from} belongs to it, {@code until} does not. */
public record TimeRange(Instant from, Instant until) {

    public TimeRange {
        if (!from.isBefore(until)) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "the range from %s until %s is empty; end it after it starts".formatted(from, until));
        }
    }

    public Duration length() {
        return Duration.between(from, until);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}
