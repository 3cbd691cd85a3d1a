package io.novacron.goc.kernel;

/** The state of a zone or region. The order is the wire code of the live board: do not change it. */
public enum Health {
    OK,
    DEGRADED,
    CRITICAL,
    MAINTENANCE,
    /** No fresh data: never shown as ok. */
    UNKNOWN;

    /** The state in the words of the screen, lower case. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
