package io.novacron.goc.availability;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.TimeRange;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Announced work on a region or zone. */
public record Window(
        UUID id,
        Place place,
        TimeRange span,
        String reason,
        Actor by,
        Instant announcedAt,
        @Nullable Instant cancelledAt) {

    public static final int REASON_LONGEST = 500;

    public Window {
        if (reason.isBlank() || reason.length() > REASON_LONGEST) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "the reason of a maintenance has %d characters; say in 1 to %d what is done"
                            .formatted(reason.length(), REASON_LONGEST));
        }
        if (place.host() != null) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "maintenance of %s cannot be announced; name its zone or region".formatted(place));
        }
    }

    /** When the work was or will be over: early when it was called off. */
    public Instant over() {
        Instant cancelled = cancelledAt;
        return cancelled == null || cancelled.isAfter(span.until()) ? span.until() : cancelled;
    }

    /** Whether it covers the place at that time: a region's window covers its zones. */
    boolean covers(Place other, Instant now) {
        return cancelledAt == null
                && span.contains(now)
                && place.region().equals(other.region())
                && (place.zone() == null || place.zone().equals(other.zone()));
    }
}
