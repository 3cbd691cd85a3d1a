package io.novacron.goc.kernel;

/** Every operating error by name, with how to react to it. Each has an entry in {@code docs/errors.md}. */
public enum ErrorCode {
    /** What was sent breaks a rule; the message names the rule. */
    INVALID_INPUT(Reaction.FIX_INPUT),
    /** More was sent than one request may hold. */
    TOO_LARGE(Reaction.FIX_INPUT),
    /** The content type or encoding is not spoken here. */
    UNSUPPORTED_MEDIA(Reaction.FIX_INPUT),
    /** What was named does not exist, or no longer does. */
    NOT_FOUND(Reaction.FIX_INPUT),
    /** Somebody else changed it first; look again, then decide. */
    CONFLICT(Reaction.FIX_INPUT),
    /** The role does not allow it. */
    FORBIDDEN(Reaction.FIX_INPUT),
    /** A setting is unknown, malformed or contradicts another. */
    CONFIGURATION(Reaction.FIX_CONFIG),
    /** A port, file or directory that is needed is taken by another process. */
    RESOURCE_TAKEN(Reaction.FIX_CONFIG),
    /** The database cannot be reached or refuses to work. */
    DATABASE_UNAVAILABLE(Reaction.RETRY),
    /** The broker cannot be reached or refuses to work. */
    BROKER_UNAVAILABLE(Reaction.RETRY),
    /** The house is too busy to take more just now. */
    OVERLOADED(Reaction.RETRY),
    /** The disk that holds the data is full. */
    DISK_FULL(Reaction.PAGE);

    /** What the one who meets the error should do. */
    public enum Reaction {
        RETRY,
        FIX_INPUT,
        FIX_CONFIG,
        PAGE
    }

    private final Reaction reaction;

    ErrorCode(Reaction reaction) {
        this.reaction = reaction;
    }

    public Reaction reaction() {
        return reaction;
    }
}
