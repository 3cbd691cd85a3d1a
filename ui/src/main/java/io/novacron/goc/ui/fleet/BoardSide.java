package io.novacron.goc.ui.fleet;

import io.novacron.goc.alerts.Alert;
import io.novacron.goc.alerts.AlertState;
import io.novacron.goc.alerts.Alerts;
import io.novacron.goc.incidents.Incident;
import io.novacron.goc.incidents.Incidents;
import io.novacron.goc.kernel.Severity;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.live.Changes;
import io.novacron.goc.ui.live.News;
import io.novacron.goc.ui.live.Topic;
import io.novacron.goc.ui.shell.ClientElement;
import io.novacron.goc.ui.shell.Panel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/**
 * What stands beside the map: what needs somebody now, open incidents, then alerts that nobody has acknowledged; and
 * what changed lately. After a change it is asked for once, whoever looks.
 */
@Service
final class BoardSide {

    private static final int ROWS_MOST = 8;
    private static final int NEWS_MOST = 20;
    private static final Set<Topic> NEEDS = Set.of(Topic.ALERTS, Topic.INCIDENTS);
    private static final Set<Topic> NEWS = Set.of(Topic.ALERTS, Topic.INCIDENTS, Topic.HEALTH);
    private static final String CALM = "Nothing. No open incident, and every alert has an owner.";

    private final Alerts alerts;
    private final Incidents incidents;
    private final News news;
    private final Changes changes;
    private final CurrentUser user;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    BoardSide(Alerts alerts, Incidents incidents, News news, Changes changes, CurrentUser user) {
        this.news = news;
        this.user = user;
        this.alerts = alerts;
        this.incidents = incidents;
        this.changes = changes;
    }

    /** A line, as the element in the browser takes it. */
    private record Row(String tag, String tone, boolean spelled, String text, String address, long since) {

        static Row of(Severity severity, String text, String address, long since) {
            return new Row(severity.tag(), severity.word(), true, text, address, since);
        }
    }

    /** The lines as of a number of changes, in JSON. */
    private record Known(long changes, String rows) {}

    /** A new panel that keeps itself up to date while it is on the screen. */
    Panel panel() {
        ClientElement rows = rows();
        Panel panel = Panel.titled("Needs attention", rows);
        panel.setId("attention");
        changes.follow(panel, NEEDS, () -> rows.call("show", asOfNow("needs", NEEDS, this::needs), CALM));
        return panel;
    }

    /** A new panel of what changed lately, newest first. */
    Panel ticker() {
        ClientElement rows = rows();
        Panel panel = Panel.titled("What changed", rows);
        panel.setId("ticker");
        panel.addClassName("goc-grow");
        changes.follow(panel, NEWS, () -> {
            boolean responds = user.respondsToAlerts();
            rows.call("show", asOfNow("news" + responds, NEWS, () -> news(responds)), "");
        });
        return panel;
    }

    private static ClientElement rows() {
        ClientElement rows = new ClientElement("goc-rows");
        rows.addClassName("goc-scroll");
        return rows;
    }

    /** The count of changes is read first: what changes while the lines are gathered makes them old at once. */
    private String asOfNow(String which, Set<Topic> topics, Supplier<List<Row>> gather) {
        long now = changes.count(topics);
        Known last = known.get(which);
        if (last == null || last.changes() != now) {
            last = new Known(now, ClientElement.json(gather.get()));
            known.put(which, last);
        }
        return last.rows();
    }

    private List<Row> news(boolean responds) {
        return news.latest(responds).stream()
                .limit(NEWS_MOST)
                .map(item -> new Row(item.tag(), item.tone(), false, item.text(), item.address(), item.atMs()))
                .toList();
    }

    private List<Row> needs() {
        List<Row> rows = new ArrayList<>();
        for (Incident incident : incidents.open()) {
            rows.add(Row.of(
                    incident.severity(),
                    "Incident %d · %s".formatted(incident.number(), incident.title()),
                    "incidents/" + incident.number(),
                    incident.triggeredAt().toEpochMilli()));
        }
        alerts.open().stream()
                .filter(alert -> alert.state() == AlertState.FIRING)
                .sorted(Comparator.comparing(Alert::severity))
                .map(alert -> Row.of(
                        alert.severity(),
                        alert.title(),
                        "alerts",
                        alert.openedAt().toEpochMilli()))
                .forEach(rows::add);
        if (rows.size() <= ROWS_MOST) {
            return rows;
        }
        int more = rows.size() - ROWS_MOST;
        List<Row> shown = new ArrayList<>(rows.subList(0, ROWS_MOST));
        shown.add(new Row("", "", false, "%d more".formatted(more), "alerts", 0));
        return shown;
    }
}
