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
import io.novacron.goc.fleet.Host;
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

/** One zone: how it is and why, its indicators live, and its hosts. */
@Route("regions/:region/:zone")
@PageTitle("Zone · NovaCron GOC")
@PermitAll
final class ZoneView extends PlacePage<ZoneKey> {

    private static final long serialVersionUID = 1L;

    private final transient Fleet fleet;
    private final transient HealthBoard board;
    private final transient LiveHub hub;
    private final transient LiveSeries live;

    ZoneView(Fleet fleet, HealthBoard board, LiveHub hub, LiveSeries live) {
        super("zone");
        this.fleet = fleet;
        this.board = board;
        this.hub = hub;
        this.live = live;
    }

    @Override
    String named(RouteParameters address) {
        return address.get("region").orElse("") + "/" + address.get("zone").orElse("");
    }

    @Override
    Optional<ZoneKey> find(String name) {
        int slash = name.indexOf('/');
        ZoneKey key = new ZoneKey(new RegionId(name.substring(0, slash)), name.substring(slash + 1));
        return Optional.of(key).filter(fleet.zones(key.region())::contains);
    }

    @Override
    void show(ZoneKey zone) {
        Div header = new Div();
        header.addClassName("goc-toolbar");
        CellsPanel hosts =
                new CellsPanel(host -> UI.getCurrent().navigate(HostView.class, new RouteParameters("host", host)));
        add(new Breadcrumbs(fleet, Place.of(zone)), header, charts(zone), hosts);
        hub.follow(hosts, frame -> {
            HealthReading reading = board.zone(zone);
            header.removeAll();
            header.add(
                    new H1(fleet.nameOf(zone.region()) + ", zone " + zone.zone()),
                    Badges.state(reading.state()),
                    new Span(reading.reason()));
            hosts.show(
                    "Hosts",
                    fleet.hosts(zone),
                    host -> new Cells.Cell(host.id().value(), shortName(host, zone), "CPU"),
                    host -> state(host, frame.atMs()),
                    host -> HostFigures.cpuPerMille(live, host));
        });
    }

    private int state(Host host, long nowMs) {
        return HostFigures.isHeard(live, host, nowMs) ? Health.OK.ordinal() : Health.UNKNOWN.ordinal();
    }

    /** The part of a host's name that tells it from its neighbours. */
    private static String shortName(Host host, ZoneKey zone) {
        String prefix = zone.region() + "-" + zone.zone() + "-";
        String name = host.id().value();
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    private Charts charts(ZoneKey zone) {
        return new Charts(
                live,
                List.of(
                        LiveChart.Setup.of("Error ratio", "ratio", key("service_error_ratio", zone))
                                .with(new LiveChart.Threshold(0.05, "critical 5 %", "critical")),
                        LiveChart.Setup.of("Latency p99", "ms", key("service_latency_p99_ms", zone)),
                        LiveChart.Setup.of("Requests", "/s", key("service_requests_per_second", zone))));
    }

    private static SeriesKey key(String metric, ZoneKey zone) {
        return SeriesKey.of(metric, "region", zone.region().value(), "zone", zone.zone());
    }
}
