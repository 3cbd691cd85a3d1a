package io.novacron.goc.ui.alerts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.novacron.goc.alerts.Acknowledgement;
import io.novacron.goc.alerts.Alert;
import io.novacron.goc.alerts.AlertState;
import io.novacron.goc.alerts.Alerts;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.access.Permission;
import io.novacron.goc.ui.live.Changes;
import io.novacron.goc.ui.live.Topic;
import io.novacron.goc.ui.shell.Badges;
import io.novacron.goc.ui.shell.ClientElement;
import io.novacron.goc.ui.shell.Moment;
import io.novacron.goc.ui.shell.Notices;
import io.novacron.goc.ui.shell.Times;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The alerts, the unacknowledged and worst first; claimed by one or by many at once. */
@Route("alerts")
@PageTitle("Alerts · NovaCron GOC")
@RolesAllowed({"OPERATOR", "COMMANDER", "AUDITOR", "ADMIN"})
final class AlertsView extends Div {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN_MOST = 500;

    private final transient Alerts alerts;
    private final transient Fleet fleet;
    private final transient CurrentUser user;
    private final Grid<Alert> grid = new Grid<>();
    private final Checkbox withResolved = new Checkbox("Show resolved");
    private final Button acknowledge = new Button("Acknowledge");
    private final Span summary = new Span();
    private transient @Nullable Alert walkedTo;

    AlertsView(Alerts alerts, Fleet fleet, Changes changes, CurrentUser user) {
        this.alerts = alerts;
        this.fleet = fleet;
        this.user = user;
        addClassNames("goc-page", "goc-page-fixed");
        summary.addClassName("goc-secondary");
        acknowledge.addThemeVariants(ButtonVariant.PRIMARY);
        acknowledge.setVisible(user.may(Permission.ACKNOWLEDGE_ALERT));
        acknowledge.getElement().setAttribute("data-key", "a").setAttribute("data-title", "Acknowledge the alert");
        acknowledge.addClickListener(click -> open(chosen()));
        Div end = new Div(withResolved, acknowledge);
        end.addClassName("goc-end");
        Div toolbar = new Div(new H1("Alerts"), summary, end);
        toolbar.addClassName("goc-toolbar");
        add(toolbar, grid);
        columns();
        withResolved.addValueChangeListener(change -> refresh());
        changes.follow(this, Set.of(Topic.ALERTS), this::refresh);
    }

    private void columns() {
        grid.addClassName("goc-grow");
        if (user.may(Permission.ACKNOWLEDGE_ALERT)) {
            grid.setSelectionMode(Grid.SelectionMode.MULTI);
        }
        grid.addColumn(Alert::number)
                .setHeader("#")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(AlertsView::severity)
                .setHeader("Severity")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::state)
                .setHeader("State")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(Alert::title).setHeader("What").setFlexGrow(3).setTooltipGenerator(Alert::title);
        grid.addComponentColumn(alert -> new Anchor("regions/" + alert.region(), fleet.nameOf(alert.region())))
                .setHeader("Region")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(alert -> alert.cause().title())
                .setHeader("Cause")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(Alert::findings)
                .setHeader("Findings")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(AlertsView::age)
                .setHeader("For")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("90px")
                .setFlexGrow(0);
        grid.addComponentColumn(alert -> new Moment(alert.openedAt()))
                .setHeader("Since")
                .setWidth("170px")
                .setFlexGrow(0);
        grid.setEmptyStateText("No alert. When something is wrong it appears here by itself.");
        grid.addItemDoubleClickListener(click -> open(Set.of(click.getItem())));
        // The list may be read anew between a key and its news: then what was walked to last still counts.
        grid.addCellFocusListener(focus -> walkedTo = focus.getItem().orElse(walkedTo));
    }

    private static Component severity(Alert alert) {
        Span badge = Badges.severity(alert.severity());
        if (alert.state() == AlertState.FIRING) {
            badge.addClassName("goc-flash");
        }
        return badge;
    }

    private Component state(Alert alert) {
        Acknowledgement ack = alert.ack();
        return switch (alert.state()) {
            case FIRING -> new Span("firing");
            case RESOLVED -> new Span("resolved");
            case ACKNOWLEDGED -> {
                Span mark = new Span(ack == null ? "✓" : "✓ " + ack.owner());
                mark.setTitle(ack == null ? "" : "%s, until %s".formatted(ack.note(), Times.full(ack.until())));
                yield mark;
            }
        };
    }

    private static Component age(Alert alert) {
        ClientElement age = new ClientElement("goc-elapsed");
        age.getElement().setAttribute("since", Long.toString(alert.openedAt().toEpochMilli()));
        if (alert.resolvedAt() != null) {
            age.getElement()
                    .setAttribute("until", Long.toString(alert.resolvedAt().toEpochMilli()));
        }
        return age;
    }

    /** What is selected; without a selection, the alert that the keys have walked to. */
    private Set<Alert> chosen() {
        Alert here = walkedTo;
        return !grid.getSelectedItems().isEmpty() || here == null ? grid.getSelectedItems() : Set.of(here);
    }

    private void refresh() {
        Set<java.util.UUID> selected = new HashSet<>();
        grid.getSelectedItems().forEach(alert -> selected.add(alert.id()));
        List<Alert> shown = (withResolved.getValue() ? alerts.recent(SHOWN_MOST) : alerts.open())
                .stream()
                        .sorted(java.util.Comparator.comparing(Alert::state)
                                .thenComparing(Alert::severity)
                                .thenComparing(Alert::openedAt, java.util.Comparator.reverseOrder()))
                        .toList();
        grid.setItems(shown);
        shown.stream().filter(alert -> selected.contains(alert.id())).forEach(grid::select);
        long firing = shown.stream()
                .filter(alert -> alert.state() == AlertState.FIRING)
                .count();
        long claimed = shown.stream()
                .filter(alert -> alert.state() == AlertState.ACKNOWLEDGED)
                .count();
        summary.setText("%d firing · %d acknowledged".formatted(firing, claimed));
    }

    private void open(Set<Alert> chosen) {
        List<Alert> possible = chosen.stream()
                .filter(alert -> alert.state() != AlertState.RESOLVED)
                .toList();
        if (possible.isEmpty()) {
            Notices.done("Choose an alert that is not over, by a click or by j and k");
        } else if (user.may(Permission.ACKNOWLEDGE_ALERT)) {
            new AcknowledgeDialog(possible, alerts, user).open();
            grid.deselectAll();
        }
    }
}
