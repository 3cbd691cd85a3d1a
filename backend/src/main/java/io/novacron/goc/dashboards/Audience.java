package io.novacron.goc.dashboards;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import org.jspecify.annotations.Nullable;

/**
 * Who sees a dashboard.
 *
 * @param team the one team for {@link Kind#TEAM}, otherwise {@code null}
 */
public record Audience(Kind kind, @Nullable String team) {

    /** How wide it is. */
    public enum Kind {
        PERSON("only me"),
        TEAM("my team"),
        EVERYONE("everyone");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public static final Audience PERSON = new Audience(Kind.PERSON, null);
    public static final Audience EVERYONE = new Audience(Kind.EVERYONE, null);

    public Audience {
        if ((kind == Kind.TEAM) != (team != null)) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT, "a dashboard for a team names the team, and no other dashboard does");
        }
    }

    public static Audience team(String team) {
        return new Audience(Kind.TEAM, team);
    }

    /** For people: {@code everyone}, {@code team operator}. */
    @Override
    public String toString() {
        return team == null ? kind.words() : "team " + team;
    }
}
