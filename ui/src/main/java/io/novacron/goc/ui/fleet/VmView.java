package io.novacron.goc.ui.fleet;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.fleet.Vm;
import io.novacron.goc.kernel.Health;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.ui.live.LiveHub;
import io.novacron.goc.ui.live.LiveSeries;
import io.novacron.goc.ui.shell.Badges;
import io.novacron.goc.ui.shell.Moment;
import io.novacron.goc.ui.shell.Times;
import io.novacron.goc.ui.telemetry.SeriesPanel;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One VM: where it runs, whether it is heard of, and every series that tells of it. */
@Route("vms/:vm")
@PageTitle("VM · NovaCron GOC")
@PermitAll
final class VmView extends PlacePage<Vm> {

    private static final long serialVersionUID = 1L;
    private static final int SERIES_MOST = 2_000;
    private static final SeriesPanel.Pace PACE = new SeriesPanel.Pace(300, 3_600);
    private static final Duration SILENT_AFTER = Duration.ofSeconds(2L * PACE.everySeconds());

    private final transient Fleet fleet;
    private final transient LiveHub hub;
    private final transient LiveSeries live;

    VmView(Fleet fleet, LiveHub hub, LiveSeries live) {
        super("VM");
        this.fleet = fleet;
        this.hub = hub;
        this.live = live;
    }

    @Override
    String named(RouteParameters address) {
        return address.get("vm").orElse("");
    }

    @Override
    Optional<Vm> find(String name) {
        return fleet.vm(name);
    }

    @Override
    void show(Vm vm) {
        List<Series> series = live.ofHost(vm.host(), SERIES_MOST).stream()
                .filter(each -> vm.id().equals(each.key().label("vm")))
                .toList();
        Div header = new Div();
        header.addClassName("goc-toolbar");
        hub.follow(header, frame -> {
            long lastMs = series.stream()
                    .mapToLong(each -> live.lastSeenMs(each.key()))
                    .max()
                    .orElse(Long.MIN_VALUE);
            boolean heard = lastMs > frame.atMs() - SILENT_AFTER.toMillis();
            Span facts = new Span(
                    new Span("%s on ".formatted(vm.flavor())),
                    new Anchor("hosts/" + vm.host(), vm.host().value()));
            facts.add(new Span(" · first seen "), new Moment(vm.firstSeen()));
            facts.addClassName("goc-secondary");
            header.removeAll();
            header.add(
                    new H1(vm.id()),
                    Badges.state(heard ? Health.OK : Health.UNKNOWN),
                    new Span(heard ? "heard of" : "not heard of for %s".formatted(Times.span(SILENT_AFTER))),
                    facts);
        });
        fleet.host(vm.host())
                .map(host -> new Breadcrumbs(
                        fleet, new Place(host.zone().region(), host.zone().zone(), host.id()), vm.id()))
                .ifPresent(this::add);
        add(header, new SeriesPanel(live, "All series", series, each -> MainMetrics.ownLabels(each.key()), PACE));
    }
}
