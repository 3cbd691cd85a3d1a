package io.novacron.goc.streaming;

/** The names of our topics. */
public final class Topics {

    /** Batches of points ({@code wire.BatchCodec}). */
    public static final String TELEMETRY = "goc.telemetry";

    /** Records that could not be decoded, as they came; header {@code reason} says why. */
    public static final String DEAD_LETTERS = "goc.telemetry.dead";

    private Topics() {}
}
