package io.novacron.goc.ui.alerts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.novacron.goc.alerts.Acknowledgement;
import io.novacron.goc.alerts.Alert;
import io.novacron.goc.alerts.AlertState;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.ui.lists.Column;
import io.novacron.goc.ui.lists.Facet;
import io.novacron.goc.ui.lists.FacetedList;
import io.novacron.goc.ui.shell.Badges;
import io.novacron.goc.ui.shell.ClientElement;
import io.novacron.goc.ui.shell.Times;
import java.util.List;
import java.util.Locale;

/** What the list of alerts tells of each. */
final class AlertColumns {

    private AlertColumns() {}

    static FacetedList.Definition<Alert> of(Fleet fleet) {
        return new FacetedList.Definition<>(
                "alert",
                "alerts",
                "No alert. When something is wrong it appears here by itself.",
                List.of(
                        Column.<Alert>number("number", "#", Alert::number).minor(),
                        Column.ordered("severity", "Severity", Alert::severity, AlertColumns::severity),
                        Column.ordered("state", "State", Alert::state, AlertColumns::state),
                        Column.wide("title", "What", Alert::title),
                        Column.<Alert>text("region", "Region", alert -> fleet.nameOf(alert.region()))
                                .leadingTo(alert -> "regions/" + alert.region())
                                .minor(),
                        Column.<Alert>text(
                                        "cause", "Cause", alert -> alert.cause().title())
                                .minor(),
                        Column.<Alert>number("findings", "Findings", Alert::findings)
                                .minor(),
                        Column.ordered("age", "For", Alert::openedAt, AlertColumns::age),
                        Column.<Alert>moment("since", "Since", Alert::openedAt).minor()),
                List.of(
                        new Facet<>("state", "State", alert -> word(alert.state())),
                        new Facet<>(
                                "severity",
                                "Severity",
                                alert -> alert.severity().word()),
                        new Facet<>("cause", "Cause", alert -> alert.cause().title()),
                        new Facet<>("region", "Region", alert -> fleet.nameOf(alert.region()))),
                Alert::id);
    }

    private static String word(AlertState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Component severity(Alert alert) {
        Span badge = Badges.severity(alert.severity());
        if (alert.state() == AlertState.FIRING) {
            badge.addClassName("goc-flash");
        }
        return badge;
    }

    private static Component state(Alert alert) {
        Acknowledgement ack = alert.ack();
        if (alert.state() != AlertState.ACKNOWLEDGED) {
            return new Span(word(alert.state()));
        }
        Span mark = new Span(ack == null ? "✓" : "✓ " + ack.owner());
        mark.setTitle(ack == null ? "" : "%s, until %s".formatted(ack.note(), Times.full(ack.until())));
        return mark;
    }

    private static Component age(Alert alert) {
        ClientElement age = new ClientElement("goc-elapsed");
        age.getElement().setAttribute("since", Long.toString(alert.openedAt().toEpochMilli()));
        if (alert.resolvedAt() != null) {
            age.getElement()
                    .setAttribute("until", Long.toString(alert.resolvedAt().toEpochMilli()));
        }
        return age;
    }
}
