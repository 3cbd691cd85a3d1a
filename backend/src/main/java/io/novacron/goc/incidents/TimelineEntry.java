package io.novacron.goc.incidents;

import io.novacron.goc.kernel.Actor;
import java.time.Instant;

/**
 * One line of a timeline.
 *
 * @param occurredAt when it happened; never after {@code recordedAt}
 * @param recordedAt when it was written down
 */
public record TimelineEntry(
        long id, EntryKind kind, Actor author, Instant occurredAt, Instant recordedAt, String text) {}
