package io.novacron.goc.ui.fleet;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.novacron.goc.fleet.Host;
import io.novacron.goc.fleet.Vm;
import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.ui.charts.Chart;
import io.novacron.goc.ui.charts.TimeWindow;
import io.novacron.goc.ui.shell.Moment;
import io.novacron.goc.ui.shell.Panel;
import io.novacron.goc.ui.telemetry.SeriesPanel;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** One host: its main metrics, its VMs, every series it sends, and what happened there. */
@Route("hosts/:host")
@PageTitle("Host · NovaCron GOC")
@PermitAll
final class HostView extends PlacePage<Host> {

    private static final long serialVersionUID = 1L;
    private static final int SERIES_MOST = 2_000;
    private static final int VMS_SEEN = 20;

    HostView(PlaceParts parts) {
        super("host", parts);
    }

    @Override
    String named(RouteParameters address) {
        return address.get("host").orElse("");
    }

    @Override
    Optional<Host> find(String name) {
        return parts().fleet().host(new HostId(name));
    }

    @Override
    void show(Host host, TimeWindow window, Component time) {
        Place place = new Place(host.zone().region(), host.zone().zone(), host.id());
        Span facts = new Span(new Span("source %s · first seen ".formatted(host.source())));
        facts.add(new Moment(host.firstSeen()));
        PlaceHead head = new PlaceHead(host.id().value(), place, facts, time, parts());
        List<Series> series = parts().live().ofHost(host.id(), SERIES_MOST);
        List<Chart> charts = parts().charts(MainMetrics.of(host, series), window);
        List<Vm> vms = parts().fleet().vms(host.id());
        Div below = new Div(vmPanel(vms), new PlaceStory(place, window, charts, parts()));
        below.addClassName("goc-below");
        add(
                new Breadcrumbs(parts().fleet(), place),
                head,
                PlaceParts.beside(charts),
                below,
                new SeriesPanel(
                        parts().live(), parts().sources(), series, each -> MainMetrics.ownLabels(each.key()), window));
        parts().hub()
                .follow(
                        head,
                        frame -> HostFigures.heard(parts().live(), host, frame.atMs())
                                .show(head));
    }

    private static Panel vmPanel(List<Vm> vms) {
        Grid<Vm> grid = new Grid<>();
        grid.setItems(vms);
        grid.addComponentColumn(vm -> new Anchor("vms/" + vm.id(), vm.id())).setHeader("VM");
        grid.addColumn(Vm::flavor).setHeader("Flavor");
        grid.addComponentColumn(vm -> new Moment(vm.firstSeen())).setHeader("First seen");
        grid.setAllRowsVisible(vms.size() <= VMS_SEEN);
        grid.setEmptyStateText("No VM is known on this host. VMs appear with the label vm of what they send.");
        return Panel.titled("VMs (%d)".formatted(vms.size()), grid);
    }
}
