package io.novacron.goc.incidents;

/** How far the work on an incident has come. */
public enum IncidentStatus {
    INVESTIGATING("Investigating"),
    IDENTIFIED("Identified"),
    MONITORING("Monitoring"),
    RESOLVED("Resolved");

    private final String title;

    IncidentStatus(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
