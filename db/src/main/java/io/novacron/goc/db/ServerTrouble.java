package io.novacron.goc.db;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/** What a failed statement tells about the server rather than about the statement. */
public enum ServerTrouble {
    /** No more can be written until somebody frees space; what was committed is safe. */
    DISK_FULL("the disk of the database is full; free space on it, nothing that was stored is lost"),
    /** The server is down, restarting, or has no connection left. */
    UNREACHABLE("the database does not answer; it is tried again until it is back");

    private final String advice;

    ServerTrouble(String advice) {
        this.advice = advice;
    }

    /** For people: what is wrong, what to do. */
    public String advice() {
        return advice;
    }

    /** Looks for a trouble of the server among the causes of a failure. */
    public static Optional<ServerTrouble> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException) {
                return Optional.of(UNREACHABLE);
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                if (state.equals("53100")) {
                    return Optional.of(DISK_FULL);
                }
                if (state.startsWith("08") || state.startsWith("57P") || state.equals("53300")) {
                    return Optional.of(UNREACHABLE);
                }
            }
        }
        return Optional.empty();
    }
}
