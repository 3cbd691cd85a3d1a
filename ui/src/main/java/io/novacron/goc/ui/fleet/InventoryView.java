package io.novacron.goc.ui.fleet;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.ui.lists.FacetedList;
import io.novacron.goc.ui.lists.KeptFilters;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Everything the fleet consists of, in a list: the hosts, or the VMs. */
@Route("inventory")
@PageTitle("Inventory · NovaCron GOC")
@PermitAll
final class InventoryView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final String OF = "of";
    private static final String VMS = "vms";
    private static final int SHOWN_MOST = 200_000;

    private final transient Fleet fleet;
    private final transient KeptFilters kept;

    InventoryView(Fleet fleet, KeptFilters kept) {
        this.fleet = fleet;
        this.kept = kept;
        addClassNames("goc-page", "goc-page-fixed");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        boolean ofVms = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(OF)
                .filter(VMS::equals)
                .isPresent();
        removeAll();
        Div toolbar = new Div(new H1("Inventory"), tabs(ofVms), limit(ofVms));
        toolbar.addClassName("goc-toolbar");
        InventoryColumns columns = new InventoryColumns(fleet);
        if (ofVms) {
            add(toolbar, filled(new FacetedList<>(columns.vms(), kept), fleet.vms(SHOWN_MOST), event));
        } else {
            add(toolbar, filled(new FacetedList<>(columns.hosts(), kept), fleet.hosts(SHOWN_MOST), event));
        }
    }

    private static <T> FacetedList<T> filled(FacetedList<T> list, List<T> rows, BeforeEnterEvent event) {
        list.show(rows);
        list.read(event.getLocation());
        return list;
    }

    private static Component tabs(boolean ofVms) {
        RouterLink hosts = new RouterLink("Hosts", InventoryView.class);
        RouterLink vms = new RouterLink("VMs", InventoryView.class);
        vms.setQueryParameters(QueryParameters.of(OF, VMS));
        (ofVms ? vms : hosts).getElement().setAttribute("aria-current", "page");
        Nav tabs = new Nav(hosts, vms);
        tabs.addClassName("goc-tabs");
        return tabs;
    }

    private Component limit(boolean ofVms) {
        int all = ofVms ? fleet.counts().vms() : fleet.counts().hosts();
        Span limit =
                new Span("the first %,d of %,d are listed; the palette finds the others".formatted(SHOWN_MOST, all));
        limit.addClassName("goc-secondary");
        limit.setVisible(all > SHOWN_MOST);
        return limit;
    }
}
