package io.novacron.goc.fleet.simulated;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fault of the model: ground truth.
 *
 * @param otherRegion the second region of a partition
 * @param endedAt when it was ended before its time, or {@code null}
 */
public record Fault(
        UUID id,
        FaultKind kind,
        Place target,
        @Nullable RegionId otherRegion,
        Instant startedAt,
        Duration lasts,
        @Nullable Instant endedAt,
        Actor by) {

    /** When it ends, or ended. */
    public Instant until() {
        Instant planned = startedAt.plus(lasts);
        return endedAt != null && endedAt.isBefore(planned) ? endedAt : planned;
    }

    public boolean isActiveAt(Instant instant) {
        return !instant.isBefore(startedAt) && instant.isBefore(until());
    }
}
