package io.novacron.goc.ui.incidents;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.incidents.Incidents;
import io.novacron.goc.incidents.WarRoom;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.charts.Chart;
import io.novacron.goc.ui.charts.TimeWindow;
import io.novacron.goc.ui.live.Changes;
import io.novacron.goc.ui.live.Topic;
import io.novacron.goc.ui.shell.Panel;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.Set;

/** One incident on one screen: state, impact, who leads, what was decided last, what is next. */
@Route("incidents/:number")
@PageTitle("War room · NovaCron GOC")
@RolesAllowed({"OPERATOR", "COMMANDER", "AUDITOR", "ADMIN"})
final class WarRoomView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient Incidents incidents;
    private final transient Fleet fleet;
    private final transient CurrentUser user;
    private final transient Changes changes;
    private final transient Chart.Sources sources;
    private final transient Presence presence;

    WarRoomView(
            Incidents incidents,
            Fleet fleet,
            CurrentUser user,
            Changes changes,
            Chart.Sources sources,
            Presence presence) {
        this.incidents = incidents;
        this.fleet = fleet;
        this.user = user;
        this.changes = changes;
        this.sources = sources;
        this.presence = presence;
        addClassNames("goc-page", "goc-page-fixed");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        String text = event.getRouteParameters().get("number").orElse("");
        room(text).ifPresentOrElse(this::show, () -> {
            Div nothing = new Div(
                    new Paragraph("There is no incident “%s”."
                            .formatted(text.length() > 40 ? text.substring(0, 40) + "…" : text)),
                    new Anchor("incidents", "All incidents"));
            nothing.addClassName("goc-empty");
            add(nothing);
        });
    }

    private Optional<WarRoom> room(String text) {
        return text.matches("\\d{1,18}") ? incidents.warRoom(Long.parseLong(text)) : Optional.empty();
    }

    private void show(WarRoom room) {
        long number = room.incident().number();
        WarBar bar = new WarBar(incidents, fleet, user);
        SeatsPanel seats = new SeatsPanel(incidents, user);
        TimelinePanel timeline = new TimelinePanel(incidents, user, number);
        TasksPanel tasks = new TasksPanel(incidents, user, number);
        AlertsPanel alerts = new AlertsPanel();
        Div left = column(seats, alerts);
        Div middle = column(timeline);
        Div right = column();
        WarCharts.of(room.incident(), fleet)
                .forEach(setup -> right.add(Panel.around(new Chart(setup, TimeWindow.usual(), sources))));
        right.add(tasks);
        Div columns = new Div(left, middle, right);
        columns.addClassName("goc-war");
        add(bar, columns);
        changes.follow(
                columns,
                Set.of(Topic.INCIDENTS, Topic.ALERTS),
                () -> incidents.warRoom(number).ifPresent(now -> {
                    bar.show(now);
                    seats.show(now);
                    timeline.show(now);
                    tasks.show(now);
                    alerts.show(now);
                }));
        presence.attend(columns, number, user.name(), () -> seats.present(presence.of(number)));
    }

    private static Div column(Div... parts) {
        Div column = new Div(parts);
        column.addClassName("goc-war-column");
        return column;
    }
}
