package io.novacron.goc.ui.fleet;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.ui.charts.Chart;
import io.novacron.goc.ui.charts.Happening;
import io.novacron.goc.ui.charts.Happening.Kind;
import io.novacron.goc.ui.charts.TimeWindow;
import io.novacron.goc.ui.live.Topic;
import io.novacron.goc.ui.shell.ClientElement;
import io.novacron.goc.ui.shell.Moment;
import io.novacron.goc.ui.shell.Panel;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What happened at a place in the span that is shown: alerts, incidents, changes; marks the charts beside with it. */
final class PlaceStory extends Div {

    private static final long serialVersionUID = 1L;

    private final Div needed = list();
    private final Div changed = list();
    private final Panel neededPanel = Panel.titled("", needed);
    private final Panel changedPanel = Panel.titled("", changed);

    PlaceStory(Place place, TimeWindow window, List<Chart> charts, PlaceParts parts) {
        addClassName("goc-story");
        neededPanel.setId("needed");
        changedPanel.setId("changed");
        add(neededPanel, changedPanel);
        parts.changes().follow(this, Set.of(Topic.ALERTS, Topic.INCIDENTS, Topic.HEALTH, Topic.FLEET), () -> {
            List<Happening> all = parts.happenings()
                    .at(place, window.range(parts.clock().instant().plusSeconds(1)));
            show(all);
            charts.forEach(chart -> chart.annotate(all));
        });
    }

    private static Div list() {
        Div list = new Div();
        list.addClassName("goc-scroll");
        return list;
    }

    private void show(List<Happening> all) {
        Predicate<Happening> needs = happening -> happening.kind() == Kind.ALERT || happening.kind() == Kind.INCIDENT;
        List<Happening> alertsAndIncidents = all.stream().filter(needs).toList();
        long open = alertsAndIncidents.stream()
                .filter(happening -> happening.until() == null)
                .count();
        neededPanel.title("Alerts and incidents (%d, %d open)".formatted(alertsAndIncidents.size(), open));
        fill(needed, alertsAndIncidents, "No alert and no incident in this time.");
        List<Happening> changes = all.stream().filter(needs.negate()).toList();
        changedPanel.title("What changed (%d)".formatted(changes.size()));
        fill(changed, changes, "Nothing changed in this time.");
    }

    private static void fill(Div list, List<Happening> happenings, String nothing) {
        list.removeAll();
        happenings.forEach(happening -> list.add(row(happening)));
        if (happenings.isEmpty()) {
            Div empty = new Div(nothing);
            empty.addClassName("goc-empty");
            list.add(empty);
        }
    }

    private static Div row(Happening happening) {
        Span tag = new Span(happening.tag());
        tag.addClassName("goc-state");
        tag.getElement().setAttribute("data-state", happening.tone());
        tag.setTitle(happening.tone());
        Anchor text = new Anchor(happening.address(), happening.text());
        text.setTitle(happening.text());
        Div row = new Div(tag, text, new Moment(happening.at()));
        row.addClassName("goc-row");
        if (happening.lasts()) {
            ClientElement age = new ClientElement("goc-elapsed");
            age.getElement().setAttribute("since", Long.toString(happening.at().toEpochMilli()));
            row.add(age);
        } else if (happening.until() != null) {
            Span over = new Span("over");
            over.addClassName("goc-faint");
            row.add(over);
        }
        return row;
    }
}
