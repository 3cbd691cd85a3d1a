package io.novacron.goc.ui.fleet;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.fleet.Host;
import io.novacron.goc.fleet.Vm;
import io.novacron.goc.kernel.Health;
import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.ui.live.LiveHub;
import io.novacron.goc.ui.live.LiveSeries;
import io.novacron.goc.ui.shell.Badges;
import io.novacron.goc.ui.shell.Moment;
import io.novacron.goc.ui.shell.Panel;
import io.novacron.goc.ui.shell.Times;
import io.novacron.goc.ui.telemetry.SeriesPanel;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** One host: its main metrics live, every series it sends, and its VMs. */
@Route("hosts/:host")
@PageTitle("Host · NovaCron GOC")
@PermitAll
final class HostView extends PlacePage<Host> {

    private static final long serialVersionUID = 1L;
    private static final int SERIES_MOST = 2_000;
    private static final SeriesPanel.Pace SIMULATED = new SeriesPanel.Pace(1, 180);
    private static final SeriesPanel.Pace MEASURED = new SeriesPanel.Pace(15, 900);

    private final transient Fleet fleet;
    private final transient LiveHub hub;
    private final transient LiveSeries live;

    HostView(Fleet fleet, LiveHub hub, LiveSeries live) {
        super("host");
        this.fleet = fleet;
        this.hub = hub;
        this.live = live;
    }

    @Override
    String named(RouteParameters address) {
        return address.get("host").orElse("");
    }

    @Override
    Optional<Host> find(String name) {
        return fleet.host(new HostId(name));
    }

    @Override
    void show(Host host) {
        Div header = new Div();
        header.addClassName("goc-toolbar");
        hub.follow(header, frame -> {
            header.removeAll();
            boolean heard = HostFigures.isHeard(live, host, frame.atMs());
            Span source = new Span("source %s · first seen %s".formatted(host.source(), Times.full(host.firstSeen())));
            source.addClassName("goc-secondary");
            header.add(new H1(host.id().value()), Badges.state(heard ? Health.OK : Health.UNKNOWN), source);
        });
        Place place = new Place(host.zone().region(), host.zone().zone(), host.id());
        add(new Breadcrumbs(fleet, place), header);
        List<Series> series = live.ofHost(host.id(), SERIES_MOST);
        SeriesPanel.Pace pace = host.simulated() ? SIMULATED : MEASURED;
        add(
                new Charts(live, MainMetrics.of(host, series)),
                new SeriesPanel(live, "All series", series, each -> MainMetrics.ownLabels(each.key()), pace));
        List<Vm> vms = fleet.vms(host.id());
        if (!vms.isEmpty()) {
            add(vmPanel(vms));
        }
    }

    private static Panel vmPanel(List<Vm> vms) {
        Grid<Vm> grid = new Grid<>();
        grid.setItems(vms);
        grid.addComponentColumn(vm -> new Anchor("vms/" + vm.id(), vm.id())).setHeader("VM");
        grid.addColumn(Vm::flavor).setHeader("Flavor");
        grid.addComponentColumn(vm -> new Moment(vm.firstSeen())).setHeader("First seen");
        grid.setAllRowsVisible(vms.size() <= 20);
        return Panel.titled("VMs (%d)".formatted(vms.size()), grid);
    }
}
