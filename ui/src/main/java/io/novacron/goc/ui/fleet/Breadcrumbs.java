package io.novacron.goc.ui.fleet;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.ZoneKey;

/** Where a screen is on the way from the board down to a host. */
final class Breadcrumbs extends Nav {

    private static final long serialVersionUID = 1L;

    Breadcrumbs(Fleet fleet, Place place) {
        addClassName("goc-breadcrumb");
        setAriaLabel("Breadcrumb");
        add(new Anchor("", "Board"), new Span("/"));
        String region = fleet.nameOf(place.region());
        ZoneKey zone = place.zoneKey();
        HostId host = place.host();
        if (zone == null) {
            add(new Span(region));
            return;
        }
        add(new Anchor("regions/" + place.region(), region), new Span("/"));
        if (host == null) {
            add(new Span("Zone " + zone.zone()));
        } else {
            add(new Anchor("regions/" + zone, "Zone " + zone.zone()), new Span("/"), new Span(host.value()));
        }
    }
}
