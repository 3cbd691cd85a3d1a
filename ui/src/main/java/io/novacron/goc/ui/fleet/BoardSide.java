package io.novacron.goc.ui.fleet;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.novacron.goc.alerts.Alert;
import io.novacron.goc.alerts.AlertState;
import io.novacron.goc.alerts.Alerts;
import io.novacron.goc.incidents.Incident;
import io.novacron.goc.incidents.Incidents;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.live.Changes;
import io.novacron.goc.ui.live.News;
import io.novacron.goc.ui.live.NewsItem;
import io.novacron.goc.ui.live.Topic;
import io.novacron.goc.ui.shell.Badges;
import io.novacron.goc.ui.shell.ClientElement;
import io.novacron.goc.ui.shell.Panel;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** What needs somebody now, beside the map: open incidents, then alerts that nobody has acknowledged. */
@Service
final class BoardSide {

    private static final int ROWS_MOST = 8;
    private static final int NEWS_MOST = 20;

    private final Alerts alerts;
    private final Incidents incidents;
    private final News news;
    private final Changes changes;
    private final CurrentUser user;

    BoardSide(Alerts alerts, Incidents incidents, News news, Changes changes, CurrentUser user) {
        this.news = news;
        this.user = user;
        this.alerts = alerts;
        this.incidents = incidents;
        this.changes = changes;
    }

    /** A new panel that keeps itself up to date while it is on the screen. */
    Panel panel() {
        Div rows = new Div();
        rows.addClassName("goc-scroll");
        Panel panel = Panel.titled("Needs attention", rows);
        panel.setId("attention");
        changes.follow(panel, Set.of(Topic.ALERTS, Topic.INCIDENTS), () -> fill(rows));
        return panel;
    }

    /** A new panel of what changed lately, newest first. */
    Panel ticker() {
        Div rows = new Div();
        rows.addClassName("goc-scroll");
        Panel panel = Panel.titled("What changed", rows);
        panel.setId("ticker");
        panel.addClassName("goc-grow");
        changes.follow(panel, Set.of(Topic.ALERTS, Topic.INCIDENTS, Topic.HEALTH), () -> {
            rows.removeAll();
            news.latest(user.respondsToAlerts()).stream()
                    .limit(NEWS_MOST)
                    .map(BoardSide::row)
                    .forEach(rows::add);
        });
        return panel;
    }

    private static Div row(NewsItem item) {
        Span tag = new Span(item.tag());
        tag.addClassName("goc-state");
        tag.getElement().setAttribute("data-state", item.tone());
        tag.setTitle(item.tone());
        return row(tag, new Anchor(item.address(), item.text()), item.atMs());
    }

    private void fill(Div rows) {
        rows.removeAll();
        List<Incident> open = incidents.open();
        List<Alert> unclaimed = alerts.open().stream()
                .filter(alert -> alert.state() == AlertState.FIRING)
                .sorted(java.util.Comparator.comparing(Alert::severity))
                .toList();
        open.stream()
                .limit(ROWS_MOST)
                .forEach(incident -> rows.add(row(
                        Badges.severity(incident.severity()),
                        new Anchor(
                                "incidents/" + incident.number(),
                                "Incident %d · %s".formatted(incident.number(), incident.title())),
                        incident.triggeredAt().toEpochMilli())));
        unclaimed.stream()
                .limit(Math.max(0, ROWS_MOST - open.size()))
                .forEach(alert -> rows.add(row(
                        Badges.severity(alert.severity()),
                        new Anchor("alerts", alert.title()),
                        alert.openedAt().toEpochMilli())));
        if (open.isEmpty() && unclaimed.isEmpty()) {
            Div calm = new Div("Nothing. No open incident, and every alert has an owner.");
            calm.addClassName("goc-empty");
            rows.add(calm);
        } else if (open.size() + unclaimed.size() > ROWS_MOST) {
            rows.add(row(
                    new Span(""),
                    new Anchor("alerts", "%d more".formatted(open.size() + unclaimed.size() - ROWS_MOST)),
                    0));
        }
    }

    private static Div row(Component badge, Anchor link, long since) {
        link.setTitle(link.getText());
        Div row = new Div(badge, link);
        row.addClassName("goc-row");
        if (since > 0) {
            ClientElement age = new ClientElement("goc-elapsed");
            age.getElement().setAttribute("since", Long.toString(since));
            row.add(age);
        }
        return row;
    }
}
