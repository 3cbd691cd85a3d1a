package io.novacron.goc.ui.fleet;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.novacron.goc.availability.HealthBoard;
import io.novacron.goc.availability.HealthReading;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.fleet.Region;
import io.novacron.goc.kernel.Health;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.ZoneKey;
import io.novacron.goc.telemetry.SeriesKey;
import io.novacron.goc.ui.live.LiveHub;
import io.novacron.goc.ui.live.LiveSeries;
import io.novacron.goc.ui.shell.Badges;
import io.novacron.goc.ui.shell.LiveChart;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** One region: how it is and why, its service indicators live, and its zones. */
@Route("regions/:region")
@PageTitle("Region · NovaCron GOC")
@PermitAll
final class RegionView extends PlacePage<Region> {

    private static final long serialVersionUID = 1L;

    private final transient Fleet fleet;
    private final transient HealthBoard board;
    private final transient LiveHub hub;
    private final transient LiveSeries live;

    RegionView(Fleet fleet, HealthBoard board, LiveHub hub, LiveSeries live) {
        super("region");
        this.fleet = fleet;
        this.board = board;
        this.hub = hub;
        this.live = live;
    }

    @Override
    String named(RouteParameters address) {
        return address.get("region").orElse("");
    }

    @Override
    Optional<Region> find(String name) {
        return fleet.region(new RegionId(name));
    }

    @Override
    void show(Region region) {
        Div header = new Div();
        header.addClassName("goc-toolbar");
        CellsPanel zones = new CellsPanel(zone -> UI.getCurrent().navigate("regions/" + region.id() + "/" + zone));
        add(new Breadcrumbs(fleet, Place.of(region.id())), header, charts(region), zones);
        hub.follow(zones, frame -> {
            head(header, region);
            zones.show(
                    "Zones",
                    fleet.zones(region.id()),
                    zone -> new Cells.Cell(zone.zone(), "Zone " + zone.zone(), "of hosts up"),
                    zone -> board.zone(zone).state().ordinal(),
                    this::upPerMille);
        });
    }

    private int upPerMille(ZoneKey zone) {
        return board.zone(zone).state() == Health.UNKNOWN ? -1 : ZoneFigures.hostsUpPerMille(live, zone);
    }

    private void head(Div header, Region region) {
        HealthReading reading = board.region(region.id());
        header.removeAll();
        Span where = new Span(String.join(
                " · ", region.country(), region.timeZone().getId(), region.simulated() ? "SIMULATION" : "real"));
        where.addClassName("goc-secondary");
        Span why = new Span(reading.reason());
        why.setId("reason");
        header.add(new H1(region.name()), Badges.state(reading.state()), why, where);
    }

    private Charts charts(Region region) {
        String id = region.id().value();
        return new Charts(
                live,
                List.of(
                        LiveChart.Setup.of("Error ratio", "ratio", SeriesKey.of("service_error_ratio", "region", id))
                                .with(
                                        new LiveChart.Threshold(0.01, "degraded 1 %", "warning"),
                                        new LiveChart.Threshold(0.05, "critical 5 %", "critical")),
                        new LiveChart.Setup(
                                "Latency",
                                "ms",
                                List.of("p99", "p50"),
                                List.of(
                                        SeriesKey.of("service_latency_p99_ms", "region", id),
                                        SeriesKey.of("service_latency_p50_ms", "region", id)),
                                180,
                                1,
                                List.of(new LiveChart.Threshold(800, "degraded 800 ms", "warning"))),
                        LiveChart.Setup.of(
                                "Requests", "/s", SeriesKey.of("service_requests_per_second", "region", id))));
    }
}
