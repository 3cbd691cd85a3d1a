package io.novacron.goc.db;

import org.jspecify.annotations.Nullable;

/**
 * The database cannot be used. The message is for the person who starts the product: what failed, where, what to do.
 */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseException(String message) {
        this(message, null);
    }

    public DatabaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
