package io.novacron.goc.kernel;

import org.jspecify.annotations.Nullable;

/**
 * An error of operation, as opposed to a mistake in the program: its code says how to react, its message says what
 * failed, on what, limit and actual, and what to do. Programmer errors throw {@link IllegalStateException} instead.
 */
public final class OperationsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public OperationsException(ErrorCode code, String message) {
        this(code, message, null);
    }

    public OperationsException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }

    /** The message, which this exception always has. */
    public String explanation() {
        return String.valueOf(getMessage());
    }
}
