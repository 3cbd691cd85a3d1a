package io.novacron.goc.incidents;

/** The seats of a war room. */
public enum WarRole {
    COMMANDER("Commander", "decides"),
    OPERATIONS("Operations", "changes things"),
    COMMUNICATIONS("Communications", "tells the world"),
    SCRIBE("Scribe", "writes down"),
    LIAISON("Liaison", "speaks with customers");

    private final String title;
    private final String duty;

    WarRole(String title, String duty) {
        this.title = title;
        this.duty = duty;
    }

    public String title() {
        return title;
    }

    public String duty() {
        return duty;
    }
}
