package io.novacron.goc.alerts;

import io.novacron.goc.intelligence.Cause;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.Severity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it stands.
 *
 * @param number short name for people, rising
 * @param severity that of its worst open finding
 * @param findings how many of its findings are open
 * @param ack the acknowledgement in force, or {@code null}
 * @param version rises with each change; whoever changes it says which version they saw
 */
public record Alert(
        UUID id,
        long number,
        RegionId region,
        Cause cause,
        Severity severity,
        AlertState state,
        String title,
        Instant openedAt,
        Instant updatedAt,
        @Nullable Instant resolvedAt,
        int findings,
        @Nullable Acknowledgement ack,
        long version) {}
