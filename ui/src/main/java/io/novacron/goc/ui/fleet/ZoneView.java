package io.novacron.goc.ui.fleet;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.novacron.goc.availability.HealthReading;
import io.novacron.goc.fleet.Host;
import io.novacron.goc.kernel.Health;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.ZoneKey;
import io.novacron.goc.ui.charts.Chart;
import io.novacron.goc.ui.charts.TimeWindow;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** One zone: how it is and why, its indicators, its hosts, and what happened there. */
@Route("regions/:region/:zone")
@PageTitle("Zone · NovaCron GOC")
@PermitAll
final class ZoneView extends PlacePage<ZoneKey> {

    private static final long serialVersionUID = 1L;

    ZoneView(PlaceParts parts) {
        super("zone", parts);
    }

    @Override
    String named(RouteParameters address) {
        return address.get("region").orElse("") + "/" + address.get("zone").orElse("");
    }

    @Override
    Optional<ZoneKey> find(String name) {
        int slash = name.indexOf('/');
        ZoneKey key = new ZoneKey(new RegionId(name.substring(0, slash)), name.substring(slash + 1));
        return Optional.of(key).filter(parts().fleet().zones(key.region())::contains);
    }

    @Override
    void show(ZoneKey zone, TimeWindow window, Component time) {
        Place place = Place.of(zone);
        String name = parts().fleet().nameOf(zone.region()) + ", zone " + zone.zone();
        PlaceHead head = new PlaceHead(name, place, new Span(), time, parts());
        List<Chart> charts = parts().charts(ServiceCharts.of(zone), window);
        CellsPanel hosts =
                new CellsPanel(host -> UI.getCurrent().navigate(HostView.class, new RouteParameters("host", host)));
        Div below = new Div(hosts, new PlaceStory(place, window, charts, parts()));
        below.addClassName("goc-below");
        add(new Breadcrumbs(parts().fleet(), place), head, PlaceParts.beside(charts), below);
        parts().hub().follow(hosts, frame -> {
            HealthReading reading = parts().board().zone(zone);
            head.show(reading.state(), reading.since(), reading.reason());
            hosts.show(
                    "Hosts",
                    parts().fleet().hosts(zone),
                    host -> new Cells.Cell(host.id().value(), shortName(host, zone), "CPU"),
                    host -> state(host, frame.atMs()),
                    host -> HostFigures.cpuPerMille(parts().live(), host));
        });
    }

    private int state(Host host, long nowMs) {
        return HostFigures.isHeard(parts().live(), host, nowMs) ? Health.OK.ordinal() : Health.UNKNOWN.ordinal();
    }

    /** The part of a host's name that tells it from its neighbours. */
    private static String shortName(Host host, ZoneKey zone) {
        String prefix = zone.region() + "-" + zone.zone() + "-";
        String name = host.id().value();
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }
}
