package io.novacron.goc.ui.incidents;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.novacron.goc.alerts.Alert;
import io.novacron.goc.alerts.AlertState;
import io.novacron.goc.incidents.WarRoom;
import io.novacron.goc.ui.shell.Badges;
import java.util.Locale;

/** The alerts that an incident stands for. */
final class AlertsPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final Div rows = new Div();

    AlertsPanel() {
        addClassNames("goc-panel", "goc-grow");
        H2 title = new H2("Alerts");
        title.addClassName("goc-panel-title");
        rows.addClassName("goc-timeline");
        add(title, rows);
    }

    void show(WarRoom room) {
        rows.removeAll();
        for (Alert alert : room.alerts()) {
            Span text = new Span("%d · %s".formatted(alert.number(), alert.title()));
            text.addClassName(alert.state() == AlertState.RESOLVED ? "goc-done" : "goc-text");
            Span state = new Span(alert.state().name().toLowerCase(Locale.ROOT));
            state.addClassName("goc-faint");
            Div row = new Div(Badges.severity(alert.severity()), text, state);
            row.addClassName("goc-row");
            rows.add(row);
        }
        if (room.alerts().isEmpty()) {
            Div none = new Div("Declared by hand; no alert yet.");
            none.addClassName("goc-empty");
            rows.add(none);
        }
    }
}
