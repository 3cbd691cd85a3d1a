package io.novacron.goc.ui.fleet;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.novacron.goc.availability.HealthReading;
import io.novacron.goc.fleet.Region;
import io.novacron.goc.kernel.Health;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.ZoneKey;
import io.novacron.goc.ui.charts.Chart;
import io.novacron.goc.ui.charts.TimeWindow;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** One region: how it is and why, its service indicators, its zones, and what happened there. */
@Route("regions/:region")
@PageTitle("Region · NovaCron GOC")
@PermitAll
final class RegionView extends PlacePage<Region> {

    private static final long serialVersionUID = 1L;

    RegionView(PlaceParts parts) {
        super("region", parts);
    }

    @Override
    String named(RouteParameters address) {
        return address.get("region").orElse("");
    }

    @Override
    Optional<Region> find(String name) {
        return parts().fleet().region(new RegionId(name));
    }

    @Override
    void show(Region region, TimeWindow window, Component time) {
        Place place = Place.of(region.id());
        Span facts = new Span(String.join(
                " · ", region.country(), region.timeZone().getId(), region.simulated() ? "SIMULATION" : "real"));
        PlaceHead head = new PlaceHead(region.name(), place, facts, time, parts());
        List<Chart> charts = parts().charts(ServiceCharts.of(region.id()), window);
        CellsPanel zones = new CellsPanel(zone -> UI.getCurrent().navigate("regions/" + region.id() + "/" + zone));
        Div inside = new Div(
                zones,
                new BusiestHosts(region.id(), parts().sources().queries()),
                new LinksPanel(region.id(), parts().links(), parts().hub()));
        inside.addClassName("goc-story");
        Div below = new Div(inside, new PlaceStory(place, window, charts, parts()));
        below.addClassName("goc-below");
        add(new Breadcrumbs(parts().fleet(), place), head, PlaceParts.beside(charts), below);
        parts().hub().follow(zones, frame -> {
            HealthReading reading = parts().board().region(region.id());
            head.show(reading.state(), reading.since(), reading.reason());
            zones.show(
                    "Zones",
                    parts().fleet().zones(region.id()),
                    zone -> new Cells.Cell(zone.zone(), "Zone " + zone.zone(), "of hosts up"),
                    zone -> parts().board().zone(zone).state().ordinal(),
                    this::upPerMille);
        });
    }

    private int upPerMille(ZoneKey zone) {
        return parts().board().zone(zone).state() == Health.UNKNOWN
                ? -1
                : ZoneFigures.hostsUpPerMille(parts().live(), zone);
    }
}
