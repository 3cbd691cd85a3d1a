package io.novacron.goc.dashboards;

import io.novacron.goc.kernel.Actor;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A dashboard as it stands.
 *
 * @param owner who made it
 * @param version rises with each change; whoever changes it says which version they saw
 */
public record Dashboard(
        UUID id,
        String title,
        String owner,
        Audience audience,
        Content content,
        Instant changedAt,
        String changedBy,
        long version) {

    static final int TITLE_LONGEST = 200;

    public Dashboard {
        title = Text.checked("title", title, TITLE_LONGEST);
    }

    /** Whether somebody of these teams may look at it. */
    public boolean isSeenBy(String person, Set<String> teams) {
        return switch (audience.kind()) {
            case PERSON -> owner.equals(person);
            case TEAM -> owner.equals(person) || (audience.team() != null && teams.contains(audience.team()));
            case EVERYONE -> true;
        };
    }

    /** Whether it is theirs to change: the owner's, or anybody's who looks after the house. */
    public boolean isChangedBy(Actor person, boolean administers) {
        return administers || owner.equals(person.name());
    }
}
