package io.novacron.goc.ui.incidents;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.incidents.Incident;
import io.novacron.goc.incidents.Incidents;
import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.access.Permission;
import io.novacron.goc.ui.live.Changes;
import io.novacron.goc.ui.live.Topic;
import io.novacron.goc.ui.shell.Badges;
import io.novacron.goc.ui.shell.ClientElement;
import io.novacron.goc.ui.shell.Moment;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The incidents of the last thirty days, the open ones first; the way into their war rooms. */
@Route("incidents")
@PageTitle("Incidents · NovaCron GOC")
@RolesAllowed({"OPERATOR", "COMMANDER", "AUDITOR", "ADMIN"})
final class IncidentsView extends Div {

    private static final long serialVersionUID = 1L;
    private static final Duration LOOK_BACK = Duration.ofDays(30);
    private static final int SHOWN_MOST = 500;

    private final transient Incidents incidents;
    private final transient Fleet fleet;
    private final transient Clock clock;
    private final Grid<Incident> grid = new Grid<>();
    private final Span summary = new Span();

    IncidentsView(Incidents incidents, Fleet fleet, Changes changes, CurrentUser user, Clock clock) {
        this.incidents = incidents;
        this.fleet = fleet;
        this.clock = clock;
        addClassNames("goc-page", "goc-page-fixed");
        summary.addClassName("goc-secondary");
        Button declare = new Button("Declare incident", click -> new DeclareDialog(incidents, fleet, user).open());
        declare.addThemeVariants(ButtonVariant.PRIMARY);
        declare.getElement().setAttribute("data-key", "w").setAttribute("data-title", "Open a war room");
        declare.setVisible(user.may(Permission.DECLARE_INCIDENT));
        Div end = new Div(declare);
        end.addClassName("goc-end");
        Div toolbar = new Div(new H1("Incidents"), summary, end);
        toolbar.addClassName("goc-toolbar");
        add(toolbar, grid);
        columns();
        changes.follow(this, Set.of(Topic.INCIDENTS), this::refresh);
    }

    private void columns() {
        grid.addClassName("goc-grow");
        grid.addComponentColumn(each -> new Anchor("incidents/" + each.number(), "#" + each.number()))
                .setHeader("War room")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(each -> Badges.severity(each.severity()))
                .setHeader("Severity")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(each -> each.status().title())
                .setHeader("Status")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(Incident::title).setHeader("What").setFlexGrow(3).setTooltipGenerator(Incident::title);
        grid.addColumn(each -> fleet.nameOf(each.region()))
                .setHeader("Region")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(each -> each.commander() == null ? "–" : each.commander())
                .setHeader("Commander")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(IncidentsView::duration)
                .setHeader("Duration")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("90px")
                .setFlexGrow(0);
        grid.addComponentColumn(each -> new Moment(each.triggeredAt()))
                .setHeader("Since")
                .setWidth("170px")
                .setFlexGrow(0);
        grid.setEmptyStateText("No incident in the last thirty days. A critical alert opens one by itself.");
        grid.addItemClickListener(click -> UI.getCurrent()
                .navigate(
                        WarRoomView.class,
                        new RouteParameters(
                                "number", Long.toString(click.getItem().number()))));
    }

    private static Component duration(Incident incident) {
        ClientElement elapsed = new ClientElement("goc-elapsed");
        elapsed.getElement()
                .setAttribute("since", Long.toString(incident.triggeredAt().toEpochMilli()));
        Instant end = incident.resolvedAt();
        if (end != null) {
            elapsed.getElement().setAttribute("until", Long.toString(end.toEpochMilli()));
        }
        return elapsed;
    }

    private void refresh() {
        Instant now = clock.instant();
        List<Incident> shown =
                incidents.recent(new TimeRange(now.minus(LOOK_BACK), now.plusSeconds(60)), SHOWN_MOST).stream()
                        .sorted(java.util.Comparator.comparing((Incident each) -> each.resolvedAt() != null))
                        .toList();
        grid.setItems(shown);
        summary.setText("%d open"
                .formatted(
                        shown.stream().filter(each -> each.resolvedAt() == null).count()));
    }
}
