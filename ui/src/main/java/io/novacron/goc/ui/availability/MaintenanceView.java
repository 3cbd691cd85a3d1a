package io.novacron.goc.ui.availability;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.novacron.goc.availability.Maintenance;
import io.novacron.goc.availability.Window;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.access.Permission;
import io.novacron.goc.ui.live.Changes;
import io.novacron.goc.ui.live.LiveHub;
import io.novacron.goc.ui.live.Topic;
import io.novacron.goc.ui.shell.Notices;
import io.novacron.goc.ui.shell.Times;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Work under way and to come on regions and zones; where it is announced and called off. */
@Route("maintenance")
@PageTitle("Maintenance · NovaCron GOC")
@RolesAllowed({"OPERATOR", "COMMANDER", "AUDITOR", "ADMIN"})
final class MaintenanceView extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Maintenance maintenance;
    private final transient Fleet fleet;
    private final transient CurrentUser user;
    private final transient Clock clock;
    private final Grid<Window> grid = new Grid<>();
    private final Span summary = new Span();
    private List<Window> shown = List.of();
    private long underWay = -1;

    MaintenanceView(Maintenance maintenance, Fleet fleet, Changes changes, LiveHub hub, CurrentUser user, Clock clock) {
        this.maintenance = maintenance;
        this.fleet = fleet;
        this.user = user;
        this.clock = clock;
        addClassNames("goc-page", "goc-page-fixed");
        summary.addClassName("goc-secondary");
        Button announce =
                new Button("Announce maintenance", click -> new AnnounceDialog(maintenance, fleet, user, clock).open());
        announce.addThemeVariants(ButtonVariant.PRIMARY);
        announce.setVisible(user.may(Permission.ANNOUNCE_MAINTENANCE));
        Div end = new Div(announce);
        end.addClassName("goc-end");
        Div toolbar = new Div(new H1("Maintenance"), summary, end);
        toolbar.addClassName("goc-toolbar");
        add(toolbar, grid);
        columns();
        changes.follow(this, Set.of(Topic.HEALTH), this::refresh);
        hub.follow(this, frame -> tellTheTime(Instant.ofEpochMilli(frame.atMs())));
    }

    private void columns() {
        grid.addClassName("goc-grow");
        grid.addColumn(this::state).setHeader("State").setAutoWidth(true).setFlexGrow(0);
        grid.addComponentColumn(this::place).setHeader("Where").setAutoWidth(true);
        grid.addColumn(Window::reason).setHeader("What is done").setFlexGrow(3).setTooltipGenerator(Window::reason);
        grid.addColumn(window -> Times.full(window.span().from()))
                .setHeader("Begins")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(window -> Times.full(window.span().until()))
                .setHeader("Ends")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(window -> window.by().name())
                .setHeader("Announced by")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::callOff).setHeader("").setAutoWidth(true).setFlexGrow(0);
        grid.setEmptyStateText(
                "No work is announced. A place under announced work is shown as maintenance, not as trouble.");
    }

    private String state(Window window) {
        return window.span().contains(clock.instant()) ? "Under way" : "To come";
    }

    private Anchor place(Window window) {
        String region = window.place().region().value();
        String zone = window.place().zone();
        String name = fleet.nameOf(window.place().region());
        return zone == null
                ? new Anchor("regions/" + region, name)
                : new Anchor("regions/%s/%s".formatted(region, zone), "%s, zone %s".formatted(name, zone));
    }

    private Button callOff(Window window) {
        boolean isUnderWay = window.span().contains(clock.instant());
        Button off = new Button(
                isUnderWay ? "End now" : "Call off",
                click -> Notices.attempt(
                        () -> maintenance.cancel(window.id(), user.actor(Permission.ANNOUNCE_MAINTENANCE)),
                        isUnderWay ? "The maintenance is over" : "The maintenance is called off"));
        off.addThemeVariants(ButtonVariant.SMALL);
        off.setVisible(user.may(Permission.ANNOUNCE_MAINTENANCE));
        return off;
    }

    private void refresh() {
        shown = maintenance.announced();
        underWay = -1;
        tellTheTime(clock.instant());
    }

    /** Work begins and ends without anybody doing anything. */
    private void tellTheTime(Instant now) {
        List<Window> left = shown.stream()
                .filter(window -> window.span().until().isAfter(now))
                .toList();
        long begun = left.stream().filter(window -> window.span().contains(now)).count();
        if (begun != underWay || left.size() != shown.size()) {
            underWay = begun;
            shown = left;
            grid.setItems(left);
            summary.setText("%d under way, %d to come".formatted(begun, left.size() - begun));
        }
    }
}
