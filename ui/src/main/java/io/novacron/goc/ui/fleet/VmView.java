package io.novacron.goc.ui.fleet;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.novacron.goc.fleet.Vm;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.ui.charts.Chart;
import io.novacron.goc.ui.charts.ChartSetup;
import io.novacron.goc.ui.charts.TimeWindow;
import io.novacron.goc.ui.shell.Moment;
import io.novacron.goc.ui.telemetry.SeriesPanel;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One VM: where it runs, whether it is heard of, its first series, all of them, and what happened to its host. */
@Route("vms/:vm")
@PageTitle("VM · NovaCron GOC")
@PermitAll
final class VmView extends PlacePage<Vm> {

    private static final long serialVersionUID = 1L;
    private static final int SERIES_MOST = 2_000;
    private static final int CHARTS_MOST = 3;
    private static final int EVERY_SECONDS = 300;
    private static final Duration SILENT_AFTER = Duration.ofSeconds(2L * EVERY_SECONDS);

    VmView(PlaceParts parts) {
        super("VM", parts);
    }

    @Override
    String named(RouteParameters address) {
        return address.get("vm").orElse("");
    }

    @Override
    Optional<Vm> find(String name) {
        return parts().fleet().vm(name);
    }

    @Override
    void show(Vm vm, TimeWindow window, Component time) {
        List<Series> series = parts().live().ofHost(vm.host(), SERIES_MOST).stream()
                .filter(each -> vm.id().equals(each.key().label("vm")))
                .toList();
        Optional<Place> host = parts().fleet()
                .host(vm.host())
                .map(known -> new Place(known.zone().region(), known.zone().zone(), known.id()));
        host.ifPresent(place -> {
            add(new Breadcrumbs(parts().fleet(), place, vm.id()));
            PlaceHead head = new PlaceHead(vm.id(), place, facts(vm), time, parts());
            List<Chart> charts = parts().charts(
                            series.stream()
                                    .limit(CHARTS_MOST)
                                    .map(each -> ChartSetup.of(each.key().metric(), "", each.key())
                                            .every(EVERY_SECONDS))
                                    .toList(),
                            window);
            Div below = new Div(
                    new SeriesPanel(
                            parts().live(),
                            parts().sources(),
                            series,
                            each -> MainMetrics.ownLabels(each.key()),
                            window),
                    new PlaceStory(place, window, charts, parts()));
            below.addClassName("goc-below");
            add(head, PlaceParts.beside(charts), below);
            parts().hub()
                    .follow(
                            head,
                            frame -> HostFigures.heard(parts().live(), series, frame.atMs(), SILENT_AFTER)
                                    .show(head));
        });
    }

    private static Span facts(Vm vm) {
        Span facts = new Span(
                new Span("%s on ".formatted(vm.flavor())),
                new Anchor("hosts/" + vm.host(), vm.host().value()));
        facts.add(new Span(" · first seen "), new Moment(vm.firstSeen()));
        return facts;
    }
}
