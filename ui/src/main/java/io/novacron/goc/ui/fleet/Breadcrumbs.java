package io.novacron.goc.ui.fleet;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.ZoneKey;
import java.util.ArrayList;
import java.util.List;

/** Where a screen is on the way from the board down to a VM. Esc leads one step up. */
final class Breadcrumbs extends Nav {

    private static final long serialVersionUID = 1L;

    /** The way to a region, a zone or a host. */
    Breadcrumbs(Fleet fleet, Place place) {
        this(steps(fleet, place));
    }

    /** The way to a VM on a host. */
    Breadcrumbs(Fleet fleet, Place host, String vm) {
        this(and(steps(fleet, host), new Step(vm, "vms/" + vm)));
    }

    private record Step(String name, String address) {}

    private Breadcrumbs(List<Step> steps) {
        addClassName("goc-breadcrumb");
        setAriaLabel("Breadcrumb");
        int here = steps.size() - 1;
        for (int i = 0; i < here; i++) {
            Step step = steps.get(i);
            Anchor link = new Anchor(step.address(), step.name());
            if (i == here - 1) {
                link.getElement().setAttribute("data-key", "Esc").setAttribute("data-title", "Up to " + step.name());
            }
            add(link, new Span("/"));
        }
        add(new Span(steps.getLast().name()));
    }

    private static List<Step> steps(Fleet fleet, Place place) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("Board", ""));
        steps.add(new Step(fleet.nameOf(place.region()), "regions/" + place.region()));
        ZoneKey zone = place.zoneKey();
        if (zone != null) {
            steps.add(new Step("Zone " + zone.zone(), "regions/" + zone));
        }
        if (place.host() != null) {
            steps.add(new Step(place.host().value(), "hosts/" + place.host()));
        }
        return steps;
    }

    private static List<Step> and(List<Step> steps, Step last) {
        List<Step> all = new ArrayList<>(steps);
        all.add(last);
        return all;
    }
}
