package io.novacron.goc.ui.incidents;

import com.vaadin.flow.component.Component;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.incidents.Incident;
import io.novacron.goc.ui.lists.Column;
import io.novacron.goc.ui.lists.Facet;
import io.novacron.goc.ui.lists.FacetedList;
import io.novacron.goc.ui.shell.Badges;
import io.novacron.goc.ui.shell.ClientElement;
import java.time.Instant;
import java.util.List;

/** What the list of incidents tells of each. */
final class IncidentColumns {

    private IncidentColumns() {}

    static FacetedList.Definition<Incident> of(Fleet fleet) {
        return new FacetedList.Definition<>(
                "incident",
                "incidents",
                "No incident in the last thirty days. A critical alert opens one by itself.",
                List.of(
                        Column.<Incident>number("number", "War room", Incident::number)
                                .leadingTo(each -> "incidents/" + each.number()),
                        Column.ordered(
                                "severity", "Severity", Incident::severity, each -> Badges.severity(each.severity())),
                        Column.<Incident>text(
                                        "status",
                                        "Status",
                                        each -> each.status().title())
                                .minor(),
                        Column.wide("title", "What", Incident::title),
                        Column.<Incident>text("region", "Region", each -> fleet.nameOf(each.region()))
                                .minor(),
                        Column.<Incident>text("commander", "Commander", IncidentColumns::commander)
                                .minor(),
                        Column.ordered("duration", "Duration", Incident::triggeredAt, IncidentColumns::duration),
                        Column.<Incident>moment("since", "Since", Incident::triggeredAt)
                                .minor()),
                List.of(
                        new Facet<>("open", "Open", each -> each.resolvedAt() == null ? "open" : "over"),
                        new Facet<>(
                                "severity", "Severity", each -> each.severity().word()),
                        new Facet<>("status", "Status", each -> each.status().title()),
                        new Facet<>("region", "Region", each -> fleet.nameOf(each.region())),
                        new Facet<>("commander", "Commander", IncidentColumns::commander)),
                Incident::number);
    }

    private static String commander(Incident incident) {
        String commander = incident.commander();
        return commander == null ? "–" : commander;
    }

    private static Component duration(Incident incident) {
        ClientElement elapsed = new ClientElement("goc-elapsed");
        elapsed.getElement()
                .setAttribute("since", Long.toString(incident.triggeredAt().toEpochMilli()));
        Instant end = incident.resolvedAt();
        if (end != null) {
            elapsed.getElement().setAttribute("until", Long.toString(end.toEpochMilli()));
        }
        return elapsed;
    }
}
