package io.novacron.goc.incidents;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to do in a war room.
 *
 * @param dueAt when it should be done, or {@code null} when nobody said
 * @param lapsed whether the time passed and the commander was told
 */
public record Task(
        UUID id,
        String title,
        @Nullable String assignee,
        @Nullable Instant dueAt,
        Instant createdAt,
        @Nullable Instant doneAt,
        boolean lapsed) {

    public boolean isDone() {
        return doneAt != null;
    }
}
