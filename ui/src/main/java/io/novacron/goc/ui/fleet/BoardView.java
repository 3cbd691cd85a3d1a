package io.novacron.goc.ui.fleet;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.novacron.goc.ui.shell.ClientElement;
import io.novacron.goc.ui.shell.Landing;
import io.novacron.goc.ui.shell.Panel;
import io.novacron.goc.ui.shell.WallLink;
import jakarta.annotation.security.PermitAll;

/** The whole world at a glance: how many regions are in which state, where they are, and which is worst. */
@Route("")
@PageTitle("Board · NovaCron GOC")
@PermitAll
final class BoardView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient Landing landing;
    private final ClientElement counters = new ClientElement("goc-state-counters");
    private final ClientElement map = new ClientElement("goc-world-map");
    private final ClientElement list = new ClientElement("goc-region-list");

    BoardView(WorldFeed.Source source, BoardSide side, Landing landing) {
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
        Anchor inventory = new Anchor("inventory", "Hosts and VMs");
        inventory.getElement().setAttribute("data-key", "g l").setAttribute("data-title", "Inventory: hosts and VMs");
        Panel regions = Panel.titled("Regions", list).with(filter).with(inventory);
        regions.addClassName("goc-grow");
        Div left = new Div(regions);
        left.addClassName("goc-war-column");
        Panel world = Panel.titled("World", map).with(new WallLink("b=world:30&b=attention:15"));
        world.addClassName("goc-map");
        Div right = new Div(world, side.panel(), side.ticker());
        right.addClassName("goc-war-column");
        Div split = new Div(left, right);
        split.addClassName("goc-split");
        add(new WorldFeed(source, this, map, list), counters, split);

        map.on("region-open", "id", BoardView::open);
        list.on("region-open", "id", BoardView::open);
        counters.on("state-filter", "state", code -> list.call("showState", Integer.parseInt(code)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        landing.elsewhere().ifPresent(event::forwardTo);
    }

    private static void open(String region) {
        UI.getCurrent().navigate(RegionView.class, new RouteParameters("region", region));
    }
}
