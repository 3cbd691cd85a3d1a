package io.novacron.goc.ui.reports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.novacron.goc.reporting.Report;
import io.novacron.goc.reporting.ReportKind;
import io.novacron.goc.reporting.Reports;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.access.Permission;
import io.novacron.goc.ui.lists.FacetedList;
import io.novacron.goc.ui.lists.KeptFilters;
import io.novacron.goc.ui.live.Changes;
import io.novacron.goc.ui.live.Topic;
import io.novacron.goc.ui.shell.Notices;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Set;

/** Reports: asked for over a period, made in the background with progress, kept and downloaded. */
@Route("reports")
@PageTitle("Reports · NovaCron GOC")
@RolesAllowed({"EXECUTIVE", "COMMANDER", "AUDITOR", "ADMIN"})
final class ReportsView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN_MOST = 200;

    private final transient Reports reports;
    private final transient CurrentUser user;
    private final PeriodChoice period;
    private final FacetedList<Report> list;

    ReportsView(Reports reports, Changes changes, CurrentUser user, KeptFilters kept, Clock clock) {
        this.reports = reports;
        this.user = user;
        this.period = new PeriodChoice(clock);
        this.list = new FacetedList<>(new ReportColumns(reports, user).definition(), kept);
        addClassNames("goc-page", "goc-page-fixed");
        add(toolbar(), list);
        changes.follow(this, Set.of(Topic.REPORTS), () -> list.show(reports.recent(SHOWN_MOST)));
    }

    private Div toolbar() {
        Button make = new Button("Make report", click -> request());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        Div end = new Div(period, make);
        end.addClassNames("goc-end", "goc-fields");
        end.setVisible(user.may(Permission.REQUEST_REPORT));
        Span what = new Span("Executive one-pager: availability, error budget, incidents, worst regions");
        what.addClassName("goc-secondary");
        Div toolbar = new Div(new H1("Reports"), what, end);
        toolbar.addClassName("goc-toolbar");
        return toolbar;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list.read(event.getLocation());
    }

    private void request() {
        Notices.attempt(
                () -> reports.request(ReportKind.EXECUTIVE, period.range(), user.actor(Permission.REQUEST_REPORT)),
                "The report is being made");
    }
}
