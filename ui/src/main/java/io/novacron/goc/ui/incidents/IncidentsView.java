package io.novacron.goc.ui.incidents;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.incidents.Incident;
import io.novacron.goc.incidents.Incidents;
import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.access.Permission;
import io.novacron.goc.ui.lists.FacetedList;
import io.novacron.goc.ui.lists.KeptFilters;
import io.novacron.goc.ui.live.Changes;
import io.novacron.goc.ui.live.Topic;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The incidents of the last thirty days, the open ones first; the way into their war rooms. */
@Route("incidents")
@PageTitle("Incidents · NovaCron GOC")
@RolesAllowed({"OPERATOR", "COMMANDER", "AUDITOR", "ADMIN"})
final class IncidentsView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final Duration LOOK_BACK = Duration.ofDays(30);
    private static final int SHOWN_MOST = 500;

    private final transient Incidents incidents;
    private final transient Clock clock;
    private final FacetedList<Incident> list;
    private final Span summary = new Span();

    IncidentsView(Incidents incidents, Fleet fleet, Changes changes, CurrentUser user, KeptFilters kept, Clock clock) {
        this.incidents = incidents;
        this.list = new FacetedList<>(IncidentColumns.of(fleet), kept);
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
        add(toolbar, list);
        list.grid()
                .addItemClickListener(click -> UI.getCurrent()
                        .navigate(
                                WarRoomView.class,
                                new RouteParameters(
                                        "number", Long.toString(click.getItem().number()))));
        changes.follow(this, Set.of(Topic.INCIDENTS), this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list.read(event.getLocation());
    }

    private void refresh() {
        Instant now = clock.instant();
        List<Incident> shown =
                incidents.recent(new TimeRange(now.minus(LOOK_BACK), now.plusSeconds(60)), SHOWN_MOST).stream()
                        .sorted(Comparator.comparing((Incident each) -> each.resolvedAt() != null))
                        .toList();
        list.show(shown);
        summary.setText("%,d open"
                .formatted(
                        shown.stream().filter(each -> each.resolvedAt() == null).count()));
    }
}
