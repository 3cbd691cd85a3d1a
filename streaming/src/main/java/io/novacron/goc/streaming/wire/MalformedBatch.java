package io.novacron.goc.streaming.wire;

import org.jspecify.annotations.Nullable;

/** The bytes are no batch; the message says why. */
public final class MalformedBatch extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedBatch(String message) {
        this(message, null);
    }

    MalformedBatch(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
