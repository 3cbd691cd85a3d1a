package io.novacron.goc.reporting;

/** How far a report has come. */
public enum ReportState {
    QUEUED,
    RUNNING,
    READY,
    FAILED,
    CANCELLED
}
