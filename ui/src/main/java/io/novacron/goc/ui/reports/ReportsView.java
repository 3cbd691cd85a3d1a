package io.novacron.goc.ui.reports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.reporting.Report;
import io.novacron.goc.reporting.ReportKind;
import io.novacron.goc.reporting.ReportState;
import io.novacron.goc.reporting.Reports;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.access.Permission;
import io.novacron.goc.ui.live.Changes;
import io.novacron.goc.ui.live.Topic;
import io.novacron.goc.ui.shell.Notices;
import io.novacron.goc.ui.shell.Times;
import io.novacron.goc.ui.shell.UtcPicker;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Reports: asked for over a period, made in the background with progress, kept and downloaded. */
@Route("reports")
@PageTitle("Reports · NovaCron GOC")
@RolesAllowed({"EXECUTIVE", "COMMANDER", "AUDITOR", "ADMIN"})
final class ReportsView extends Div {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN_MOST = 200;

    private final transient Reports reports;
    private final transient CurrentUser user;
    private final transient Clock clock;
    private final Grid<Report> grid = new Grid<>();
    private final Select<Period> period = new Select<>();
    private final UtcPicker from = new UtcPicker("From");
    private final UtcPicker until = new UtcPicker("Until");

    /** What people usually ask for. */
    private enum Period {
        HOUR("Last hour", Duration.ofHours(1)),
        DAY("Last 24 hours", Duration.ofDays(1)),
        WEEK("Last 7 days", Duration.ofDays(7)),
        MONTH("Last 30 days", Duration.ofDays(30)),
        CUSTOM("From … until …", Duration.ZERO);

        private final String title;
        private final Duration length;

        Period(String title, Duration length) {
            this.title = title;
            this.length = length;
        }
    }

    ReportsView(Reports reports, Changes changes, CurrentUser user, Clock clock) {
        this.reports = reports;
        this.user = user;
        this.clock = clock;
        addClassNames("goc-page", "goc-page-fixed");
        add(toolbar(), grid);
        columns();
        changes.follow(this, Set.of(Topic.REPORTS), () -> grid.setItems(reports.recent(SHOWN_MOST)));
    }

    private Div toolbar() {
        period.setAriaLabel("Period");
        period.setItems(Period.values());
        period.setItemLabelGenerator(each -> each.title);
        period.setValue(Period.DAY);
        from.setVisible(false);
        until.setVisible(false);
        period.addValueChangeListener(change -> {
            from.setVisible(change.getValue() == Period.CUSTOM);
            until.setVisible(change.getValue() == Period.CUSTOM);
        });
        Button make = new Button("Make report", click -> request());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        Div end = new Div(period, from, until, make);
        end.addClassNames("goc-end", "goc-fields");
        end.setVisible(user.may(Permission.REQUEST_REPORT));
        Span what = new Span("Executive one-pager: availability, error budget, incidents, worst regions");
        what.addClassName("goc-secondary");
        Div toolbar = new Div(new H1("Reports"), what, end);
        toolbar.addClassName("goc-toolbar");
        return toolbar;
    }

    private void columns() {
        grid.addClassName("goc-grow");
        grid.addColumn(Report::title).setHeader("Report").setFlexGrow(3);
        grid.addComponentColumn(ReportsView::state)
                .setHeader("State")
                .setWidth("180px")
                .setFlexGrow(0);
        grid.addColumn(Report::requestedBy)
                .setHeader("Asked for by")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(report -> Times.full(report.requestedAt()))
                .setHeader("Asked for")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(report -> report.bytes() == 0 ? "–" : "%,d kB".formatted((report.bytes() + 999) / 1_000))
                .setHeader("Size")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("80px")
                .setFlexGrow(0);
        grid.addColumn(report -> report.sha256() == null ? "–" : report.sha256().substring(0, 12))
                .setHeader("Fingerprint")
                .setTooltipGenerator(report -> report.sha256() == null ? "" : "SHA-256 " + report.sha256())
                .setWidth("130px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::action).setHeader("").setWidth("120px").setFlexGrow(0);
        grid.setEmptyStateText("No report yet. Choose a period and make one; it takes seconds.");
    }

    private static Component state(Report report) {
        return switch (report.state()) {
            case QUEUED -> new Span("waiting");
            case RUNNING -> {
                ProgressBar bar = new ProgressBar(0, 100, report.progressPercent());
                bar.getElement().setAttribute("aria-label", "making, %d %%".formatted(report.progressPercent()));
                yield bar;
            }
            case READY -> new Span("ready");
            case CANCELLED -> new Span("called off");
            case FAILED -> {
                Span failed = new Span("failed");
                failed.setTitle(String.valueOf(report.error()));
                yield failed;
            }
        };
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

    private void request() {
        Notices.attempt(
                () -> reports.request(ReportKind.EXECUTIVE, chosen(), user.actor(Permission.REQUEST_REPORT)),
                "The report is being made");
    }

    private TimeRange chosen() {
        if (period.getValue() != Period.CUSTOM) {
            Instant now = clock.instant();
            return new TimeRange(now.minus(period.getValue().length), now);
        }
        Instant now = clock.instant();
        return new TimeRange(from.instant().orElse(now), until.instant().orElse(now));
    }
}
