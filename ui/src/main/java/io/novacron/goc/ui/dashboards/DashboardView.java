package io.novacron.goc.ui.dashboards;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.novacron.goc.dashboards.Content;
import io.novacron.goc.dashboards.Dashboard;
import io.novacron.goc.dashboards.Dashboards;
import io.novacron.goc.telemetry.Queries;
import io.novacron.goc.ui.charts.Chart;
import io.novacron.goc.ui.charts.Happenings;
import io.novacron.goc.ui.charts.TimeBar;
import io.novacron.goc.ui.charts.TimeWindow;
import io.novacron.goc.ui.charts.TimedPage;
import io.novacron.goc.ui.shell.Unknown;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** One dashboard: looked at, and put together by those whose it is. */
@Route("dashboards/:id")
@PageTitle("Dashboard · NovaCron GOC")
@PermitAll
final class DashboardView extends TimedPage {

    private static final long serialVersionUID = 1L;

    private final transient Parts parts;

    /** What dashboards are made of. */
    @Component
    record Parts(
            Dashboards dashboards,
            DashboardUser user,
            Queries queries,
            Chart.Sources sources,
            Happenings happenings,
            Clock clock) {

        Parts withoutTenants() {
            return new Parts(dashboards, user, queries, sources.withoutTenants(), happenings, clock);
        }
    }

    DashboardView(Parts parts) {
        super(parts.clock());
        this.parts = parts;
    }

    @Override
    protected TimeWindow usual(BeforeEnterEvent event) {
        return found(event)
                .flatMap(dashboard -> TimeWindow.of(
                        dashboard.content().from(), "now", parts.clock().instant()))
                .orElse(TimeWindow.usual());
    }

    @Override
    protected void show(BeforeEnterEvent event, TimeWindow window, TimeBar time) {
        Optional<Dashboard> dashboard = found(event);
        if (dashboard.isEmpty()) {
            add(new Unknown("dashboard", event.getRouteParameters().get("id").orElse("")));
            return;
        }
        Location here = event.getLocation();
        Content content = dashboard.get().content();
        Choices choices = new Choices(content.variables(), here.getQueryParameters());
        Div variables = new VariableFields(content.variables(), choices, parts.queries(), here);
        PanelBoard board = new PanelBoard(content, choices, window, parts);
        DashboardBar bar = new DashboardBar(dashboard.get(), board, variables, time, parts, here);
        add(bar, board);
        if (bar.mayChange() && here.getQueryParameters().getParameters().containsKey("edit")) {
            bar.edit();
        }
    }

    private Optional<Dashboard> found(BeforeEnterEvent event) {
        try {
            UUID id = UUID.fromString(event.getRouteParameters().get("id").orElse(""));
            return parts.dashboards().find(id, parts.user().person());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
