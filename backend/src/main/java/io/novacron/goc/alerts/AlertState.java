package io.novacron.goc.alerts;

import java.util.Optional;

/** Where an alert stands. The table of what may follow what is {@link #after}. */
public enum AlertState {
    FIRING,
    ACKNOWLEDGED,
    RESOLVED;

    /** What can happen to an alert. */
    enum Happening {
        ACKNOWLEDGED,
        UNACKNOWLEDGED,
        GREW_WORSE,
        ENDED
    }

    /** The state that follows, or empty when it cannot happen in this one. */
    Optional<AlertState> after(Happening happening) {
        return switch (this) {
            case FIRING ->
                switch (happening) {
                    case ACKNOWLEDGED -> Optional.of(ACKNOWLEDGED);
                    case GREW_WORSE -> Optional.of(FIRING);
                    case ENDED -> Optional.of(RESOLVED);
                    case UNACKNOWLEDGED -> Optional.empty();
                };
            case ACKNOWLEDGED ->
                switch (happening) {
                    case ACKNOWLEDGED -> Optional.of(ACKNOWLEDGED);
                    case UNACKNOWLEDGED, GREW_WORSE -> Optional.of(FIRING);
                    case ENDED -> Optional.of(RESOLVED);
                };
            case RESOLVED -> Optional.empty();
        };
    }
}
