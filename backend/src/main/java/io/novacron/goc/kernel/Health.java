package io.novacron.goc.kernel;

/** The state of a zone or region. The order is the wire code of the live board: do not change it. */
public enum Health {
    OK("✓"),
    DEGRADED("▲D"),
    CRITICAL("◆C"),
    MAINTENANCE("■M"),
    /** No fresh data: never shown as ok. */
    UNKNOWN("○?");

    private final String tag;

    Health(String tag) {
        this.tag = tag;
    }

    /** Shape and letter, which tell the state to those who cannot tell its colour. */
    public String tag() {
        return tag;
    }

    /** The state in the words of the screen, lower case. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
