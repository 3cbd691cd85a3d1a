package io.novacron.goc.streaming;

/** The names of our topics. */
public final class Topics {

    /** Batches of points ({@code wire.BatchCodec}). */
    public static final String TELEMETRY = "goc.telemetry";

    /** Records that could not be decoded, as they came; header {@code reason} says why. */
    public static final String DEAD_LETTERS = "goc.telemetry.dead";

    /** The largest record that is sent; the topics are made to take it. */
    public static final int RECORD_BYTES_MOST = 16 << 20;

    private Topics() {}
}
