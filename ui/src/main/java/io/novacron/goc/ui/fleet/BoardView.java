package io.novacron.goc.ui.fleet;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.ui.live.Frame;
import io.novacron.goc.ui.live.LiveHub;
import io.novacron.goc.ui.shell.ClientElement;
import io.novacron.goc.ui.shell.Landing;
import io.novacron.goc.ui.shell.Panel;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The whole world at a glance: how many regions are in which state, where they are, and which is worst. */
@Route("")
@PageTitle("Board · NovaCron GOC")
@PermitAll
final class BoardView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient Fleet fleet;
    private final transient Landing landing;
    private final ClientElement counters = new ClientElement("goc-state-counters");
    private final ClientElement map = new ClientElement("goc-world-map");
    private final ClientElement list = new ClientElement("goc-region-list");
    private int regionsShown;

    BoardView(Fleet fleet, LiveHub hub, BoardSide side, Landing landing) {
        this.fleet = fleet;
        this.landing = landing;
        addClassNames("goc-page", "goc-page-fixed");
        TextField filter = new TextField();
        filter.setPlaceholder("Filter regions  ( / )");
        filter.setAriaLabel("Filter regions");
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.EAGER);
        filter.getElement().setAttribute("data-filter", true);
        filter.addValueChangeListener(change -> list.getElement().setProperty("filter", change.getValue()));

        list.addClassName("goc-grow");
        map.addClassName("goc-grow");
        Panel regions = Panel.titled("Regions", list).with(filter);
        regions.addClassName("goc-grow");
        Div left = new Div(regions);
        left.addClassName("goc-war-column");
        Panel world = Panel.titled("World", map);
        world.addClassName("goc-map");
        Div right = new Div(world, side.panel());
        right.addClassName("goc-war-column");
        Div split = new Div(left, right);
        split.addClassName("goc-split");
        add(counters, split);

        map.on("region-open", "id", BoardView::open);
        list.on("region-open", "id", BoardView::open);
        counters.on("state-filter", "state", code -> list.call("showState", Integer.parseInt(code)));
        addAttachListener(attached -> regionsShown = 0);
        hub.follow(this, this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        landing.elsewhere().ifPresent(event::forwardTo);
    }

    private void show(Frame frame) {
        if (regionsShown != frame.states().length) {
            regionsShown = frame.states().length;
            List<RegionDots> dots = fleet.regions().stream().map(RegionDots::of).toList();
            map.callWithJson("setRegions", dots);
            list.callWithJson("setRegions", dots);
        }
        counters.call("frame", frame.counts());
        map.call("frame", frame.states());
        list.call("frame", frame.states(), frame.values());
    }

    private static void open(String region) {
        UI.getCurrent().navigate(RegionView.class, new RouteParameters("region", region));
    }
}
