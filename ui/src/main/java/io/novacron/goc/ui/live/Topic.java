package io.novacron.goc.ui.live;

/** What a screen can be told has changed. */
public enum Topic {
    ALERTS,
    INCIDENTS,
    REPORTS,
    DASHBOARDS,
    FAULTS,
    FLEET,
    HEALTH,
    ACCESS
}
