package io.novacron.goc.access;

/** What a program may do with its token. */
public enum TokenScope {
    /** Send telemetry. */
    TELEMETRY_WRITE,
    /** Read what the screens show. */
    READ,
    /** Change state: acknowledge, declare, resolve, announce maintenance, ask for reports. */
    OPERATE,
    /** Break the simulated fleet on purpose, and mend it. */
    INJECT_FAULT,
    /** Scrape {@code /metrics}. */
    METRICS;

    /** The authority that Spring Security knows it by. */
    public String authority() {
        return "SCOPE_" + name();
    }
}
