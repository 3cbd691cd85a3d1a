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
import io.novacron.goc.ui.live.Changes;
import io.novacron.goc.ui.live.Frame;
import io.novacron.goc.ui.live.LiveHub;
import io.novacron.goc.ui.live.Topic;
import io.novacron.goc.ui.shell.ClientElement;
import io.novacron.goc.ui.shell.Landing;
import io.novacron.goc.ui.shell.Panel;
import io.novacron.goc.ui.shell.WallLink;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;

/** The whole world at a glance: how many regions are in which state, where they are, and which is worst. */
@Route("")
@PageTitle("Board · NovaCron GOC")
@PermitAll
final class BoardView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final int FACTS_EVERY = 30;

    private final transient Fleet fleet;
    private final transient LiveHub hub;
    private final transient BoardFacts facts;
    private final transient Landing landing;
    private final ClientElement feed = new ClientElement("goc-board-feed");
    private final ClientElement counters = new ClientElement("goc-state-counters");
    private final ClientElement map = new ClientElement("goc-world-map");
    private final ClientElement list = new ClientElement("goc-region-list");
    private int regionsShown;
    private int framesShown;

    BoardView(Fleet fleet, LiveHub hub, BoardSide side, BoardFacts facts, Changes changes, Landing landing) {
        this.fleet = fleet;
        this.hub = hub;
        this.facts = facts;
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
        Panel world = Panel.titled("World", map).with(new WallLink("b=world:30&b=attention:15"));
        world.addClassName("goc-map");
        Div right = new Div(world, side.panel(), side.ticker());
        right.addClassName("goc-war-column");
        Div split = new Div(left, right);
        split.addClassName("goc-split");
        add(feed, counters, split);

        map.on("region-open", "id", BoardView::open);
        list.on("region-open", "id", BoardView::open);
        counters.on("state-filter", "state", code -> list.call("showState", Integer.parseInt(code)));
        addAttachListener(attached -> regionsShown = 0);
        hub.follow(this, this::show);
        changes.follow(this, Set.of(Topic.INCIDENTS), this::tellFacts);
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
            list.call("past", hub.quarter());
        }
        feed.call("frame", frame.states(), frame.values());
        if (framesShown++ % FACTS_EVERY == 0) {
            tellFacts();
        }
    }

    private void tellFacts() {
        list.call("facts", facts.budgets(), facts.incidents(), facts.trends());
    }

    private static void open(String region) {
        UI.getCurrent().navigate(RegionView.class, new RouteParameters("region", region));
    }
}
