package io.novacron.goc.intelligence;

/** What kind of trouble a finding is about; alerts are grouped by it. */
public enum Cause {
    ERRORS("Errors"),
    LATENCY("Slow answers"),
    SILENCE("Silence"),
    SATURATION("Saturation"),
    CAPACITY("Lost capacity"),
    DEVIATION("Unusual behaviour");

    private final String title;

    Cause(String title) {
        this.title = title;
    }

    /** As a heading for people. */
    public String title() {
        return title;
    }
}
