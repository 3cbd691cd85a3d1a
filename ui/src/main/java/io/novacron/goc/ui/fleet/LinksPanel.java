package io.novacron.goc.ui.fleet;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.novacron.goc.availability.Link;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.ui.live.LiveHub;
import io.novacron.goc.ui.shell.Badges;
import io.novacron.goc.ui.shell.Panel;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The links of a region to its neighbours, the worst first. */
final class LinksPanel extends Composite<Panel> {

    private static final long serialVersionUID = 1L;
    private static final double PERCENT = 100;
    private static final Comparator<Link> WORST_FIRST = Comparator.comparingInt(LinksPanel::urgency)
            .reversed()
            .thenComparing(Comparator.comparingDouble(Link::rttMs).reversed());

    private final Div rows = new Div();
    private long shown;

    LinksPanel(RegionId region, BoardLinks links, LiveHub hub) {
        rows.addClassName("goc-scroll");
        hub.follow(rows, frame -> {
            BoardLinks.Told told = links.newest();
            if (told.number() != shown || rows.getComponentCount() == 0) {
                shown = told.number();
                show(told.of(region));
            }
        });
    }

    @Override
    protected Panel initContent() {
        Panel panel = Panel.titled("Links", rows);
        panel.setId("links");
        return panel;
    }

    private void show(List<Link> links) {
        rows.removeAll();
        links.stream().sorted(WORST_FIRST).forEach(link -> rows.add(row(link)));
        if (links.isEmpty()) {
            Div none =
                    new Div("No link to another region is measured here. Send %s and %s with the labels region and %s."
                            .formatted(Link.RTT, Link.LOSS, Link.PEER));
            none.addClassName("goc-empty");
            rows.add(none);
        }
    }

    private static int urgency(Link link) {
        return switch (link.state()) {
            case OK, MAINTENANCE -> 0;
            case UNKNOWN -> 1;
            case DEGRADED -> 2;
            case CRITICAL -> 3;
        };
    }

    private static Div row(Link link) {
        Span rtt = figure("%.1f ms", link.rttMs());
        rtt.setTitle("There and back; a good link of that length needs about "
                + text("%.0f ms", link.from().roundTripMsTo(link.to())));
        Anchor to = new Anchor("regions/" + link.to().id(), link.to().name());
        to.addClassName("goc-grow");
        Div row = new Div(Badges.state(link.state()), to, rtt, figure("%.2f %% lost", link.loss() * PERCENT));
        row.addClassName("goc-row");
        return row;
    }

    private static Span figure(String pattern, double value) {
        Span figure = new Span(text(pattern, value));
        figure.addClassName("goc-figure");
        return figure;
    }

    private static String text(String pattern, double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, pattern, value);
    }
}
