package io.novacron.goc.ui.dashboards;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.novacron.goc.dashboards.Content;
import io.novacron.goc.dashboards.Dashboard;
import io.novacron.goc.dashboards.Dashboards;
import io.novacron.goc.ui.live.Changes;
import io.novacron.goc.ui.live.Topic;
import io.novacron.goc.ui.shell.Moment;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The dashboards that somebody may look at; new ones begin here. */
@Route("dashboards")
@PageTitle("Dashboards · NovaCron GOC")
@PermitAll
final class DashboardsView extends Div {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 2_000;

    private final transient Dashboards dashboards;
    private final transient DashboardUser user;
    private final Grid<Dashboard> grid = new Grid<>();
    private final TextField filter = new TextField();

    DashboardsView(Dashboards dashboards, DashboardUser user, WallDialog.Service walls, Changes changes) {
        this.dashboards = dashboards;
        this.user = user;
        addClassNames("goc-page", "goc-page-fixed");
        filter.setPlaceholder("Filter dashboards  ( / )");
        filter.setAriaLabel("Filter dashboards");
        filter.getElement().setAttribute("data-filter", true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(change -> refresh());
        Button create = new Button(
                "New dashboard",
                click -> new SettingsDialog(
                                "New dashboard",
                                "Create",
                                null,
                                user,
                                settings -> getUI().ifPresent(ui -> ui.navigate("dashboards/"
                                        + dashboards
                                                .create(
                                                        settings.title(),
                                                        settings.audience(),
                                                        Content.EMPTY.with(settings.variables()),
                                                        user.person())
                                                .id()
                                        + "?edit")))
                        .open());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        Button bring = new Button("Import from Grafana", click -> new ImportDialog(dashboards, user).open());
        Button wall = new Button("Wall", click -> new WallDialog(dashboards.seenBy(user.person(), MOST), walls).open());
        Div end = new Div(filter, wall, bring, create);
        end.addClassName("goc-end");
        Div toolbar = new Div(new H1("Dashboards"), end);
        toolbar.addClassName("goc-toolbar");
        add(toolbar, grid);
        columns();
        changes.follow(this, Set.of(Topic.DASHBOARDS), this::refresh);
    }

    private void columns() {
        grid.addClassName("goc-grow");
        grid.addComponentColumn(each -> new Anchor("dashboards/" + each.id(), each.title()))
                .setHeader("Title")
                .setFlexGrow(3);
        grid.addColumn(each -> each.audience().toString()).setHeader("For");
        grid.addColumn(Dashboard::owner).setHeader("Owner");
        grid.addColumn(each -> each.content().panels().size()).setHeader("Panels");
        grid.addComponentColumn(each -> new Moment(each.changedAt())).setHeader("Changed");
        grid.setEmptyStateText(
                "No dashboard yet. Make one, bring one along from Grafana, or keep what you found in Explore.");
        grid.addItemDoubleClickListener(click -> getUI().ifPresent(
                        ui -> ui.navigate("dashboards/" + click.getItem().id())));
    }

    private void refresh() {
        String wanted = filter.getValue().toLowerCase(Locale.ROOT);
        List<Dashboard> seen = dashboards.seenBy(user.person(), MOST);
        grid.setItems(seen.stream()
                .filter(each -> each.title().toLowerCase(Locale.ROOT).contains(wanted)
                        || each.owner().contains(wanted))
                .toList());
    }
}
