package io.novacron.goc.incidents;

import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it stands.
 *
 * @param number short name for people, rising
 * @param impact what customers notice, in one sentence
 * @param triggeredAt when the alert was raised, or somebody declared it
 * @param activatedAt when its war room was there
 * @param commandOfferedTo to whom the commander has offered the seat, or {@code null}
 * @param version rises with each change; whoever decides says which version they saw
 */
public record Incident(
        UUID id,
        long number,
        String title,
        Severity severity,
        IncidentStatus status,
        RegionId region,
        String impact,
        Instant triggeredAt,
        Instant activatedAt,
        @Nullable Instant resolvedAt,
        @Nullable String resolvedBy,
        @Nullable String commander,
        @Nullable String commandOfferedTo,
        @Nullable String summary,
        long version) {

    /** How long the war room took from the trigger. */
    public Duration activation() {
        return Duration.between(triggeredAt, activatedAt);
    }

    /** How long it has lasted at that time. */
    public Duration lasted(Instant now) {
        return Duration.between(triggeredAt, resolvedAt == null ? now : resolvedAt);
    }
}
