package io.novacron.goc.ui.availability;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.novacron.goc.availability.Maintenance;
import io.novacron.goc.availability.Window;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.access.Permission;
import io.novacron.goc.ui.lists.FacetedList;
import io.novacron.goc.ui.lists.KeptFilters;
import io.novacron.goc.ui.live.Changes;
import io.novacron.goc.ui.live.LiveHub;
import io.novacron.goc.ui.live.Topic;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Work under way and to come on regions and zones; where it is announced and called off. */
@Route("maintenance")
@PageTitle("Maintenance · NovaCron GOC")
@RolesAllowed({"OPERATOR", "COMMANDER", "AUDITOR", "ADMIN"})
final class MaintenanceView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient Maintenance maintenance;
    private final transient Clock clock;
    private final FacetedList<Window> list;
    private final Span summary = new Span();
    private List<Window> shown = List.of();
    private long underWay = -1;

    MaintenanceView(
            Maintenance maintenance,
            Fleet fleet,
            Changes changes,
            LiveHub hub,
            CurrentUser user,
            KeptFilters kept,
            Clock clock) {
        this.maintenance = maintenance;
        this.list = new FacetedList<>(new WindowColumns(maintenance, fleet, user, clock).definition(), kept);
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
        add(toolbar, list);
        changes.follow(this, Set.of(Topic.HEALTH), this::refresh);
        hub.follow(this, frame -> tellTheTime(Instant.ofEpochMilli(frame.atMs())));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list.read(event.getLocation());
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
            list.show(left);
            summary.setText("%d under way, %d to come".formatted(begun, left.size() - begun));
        }
    }
}
