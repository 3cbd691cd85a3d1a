package io.novacron.goc.reporting;

/** What a report is for. */
public enum ReportKind {
    EXECUTIVE("Executive one-pager");

    private final String title;

    ReportKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
