package io.novacron.goc.ui.reports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.novacron.goc.reporting.Report;
import io.novacron.goc.reporting.ReportState;
import io.novacron.goc.reporting.Reports;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.access.Permission;
import io.novacron.goc.ui.lists.Column;
import io.novacron.goc.ui.lists.Facet;
import io.novacron.goc.ui.lists.FacetedList;
import io.novacron.goc.ui.shell.Notices;
import java.io.ByteArrayInputStream;
import java.util.List;

/** What the list of reports tells of each, and what can be done with it. */
record ReportColumns(Reports reports, CurrentUser user) {

    private static final int FINGERPRINT_SHOWN = 12;

    FacetedList.Definition<Report> definition() {
        return new FacetedList.Definition<>(
                "report",
                "reports",
                "No report yet. Choose a period and make one; it takes seconds.",
                List.of(
                        Column.wide("title", "Report", Report::title),
                        Column.ordered("state", "State", Report::state, ReportColumns::state),
                        Column.text("by", "Asked for by", Report::requestedBy),
                        Column.moment("at", "Asked for", Report::requestedAt),
                        Column.ordered("size", "Size", Report::bytes, ReportColumns::size),
                        Column.ordered("sha256", "Fingerprint", ReportColumns::sha256, ReportColumns::fingerprint),
                        Column.action("action", this::action)),
                List.of(
                        new Facet<>("state", "State", report -> word(report.state())),
                        new Facet<>("by", "Asked for by", Report::requestedBy)),
                Report::id);
    }

    private static String word(ReportState state) {
        return switch (state) {
            case QUEUED -> "waiting";
            case RUNNING -> "being made";
            case READY -> "ready";
            case CANCELLED -> "called off";
            case FAILED -> "failed";
        };
    }

    private static Component state(Report report) {
        if (report.state() == ReportState.RUNNING) {
            ProgressBar bar = new ProgressBar(0, 100, report.progressPercent());
            bar.addClassName("goc-progress");
            bar.getElement().setAttribute("aria-label", "making, %d %%".formatted(report.progressPercent()));
            return bar;
        }
        Span state = new Span(word(report.state()));
        if (report.error() != null) {
            state.setTitle(report.error());
        }
        return state;
    }

    private static Component size(Report report) {
        return new Span(report.bytes() == 0 ? "–" : "%,d kB".formatted((report.bytes() + 999) / 1_000));
    }

    private static String sha256(Report report) {
        String sha256 = report.sha256();
        return sha256 == null ? "" : sha256;
    }

    private static Component fingerprint(Report report) {
        String sha256 = sha256(report);
        Span fingerprint = new Span(sha256.isEmpty() ? "–" : sha256.substring(0, FINGERPRINT_SHOWN));
        fingerprint.setTitle(sha256.isEmpty() ? "" : "SHA-256 " + sha256);
        return fingerprint;
    }

    private Component action(Report report) {
        if (report.state() == ReportState.READY) {
            Anchor download = new Anchor(
                    DownloadHandler.fromInputStream(event -> {
                        byte[] document = reports.content(report.id());
                        return new DownloadResponse(
                                new ByteArrayInputStream(document),
                                report.fileName(),
                                "application/pdf",
                                document.length);
                    }),
                    AttachmentType.DOWNLOAD,
                    "Download");
            download.getElement().setAttribute("data-report", report.id().toString());
            return download;
        }
        boolean waits = report.state() == ReportState.QUEUED || report.state() == ReportState.RUNNING;
        if (waits && user.may(Permission.REQUEST_REPORT)) {
            Button cancel = new Button(
                    "Call off",
                    click -> Notices.attempt(
                            () -> reports.cancel(report.id(), user.actor(Permission.REQUEST_REPORT)),
                            "The report is called off"));
            cancel.addThemeVariants(ButtonVariant.SMALL);
            return cancel;
        }
        return new Span("");
    }
}
