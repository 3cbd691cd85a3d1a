package io.novacron.goc.ui.live;

import io.novacron.goc.alerts.Acknowledgement;
import io.novacron.goc.alerts.Alert;
import io.novacron.goc.alerts.AlertState;
import io.novacron.goc.alerts.Alerts;
import io.novacron.goc.availability.Availability;
import io.novacron.goc.availability.HealthChanged;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.incidents.Incident;
import io.novacron.goc.incidents.Incidents;
import io.novacron.goc.kernel.DomainEvent;
import io.novacron.goc.kernel.Severity;
import io.novacron.goc.kernel.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;

/**
 * What happened lately: states of regions, alerts and incidents, newest first. Read from the facts, so that a restart
 * or another node makes no difference; read once for all viewers after each change.
 */
@Service
public class News {

    private static final int MOST = 40;
    private static final int CHANGES_READ = 600;
    private static final Duration LOOK_BACK = Duration.ofHours(24);

    private final Availability availability;
    private final Alerts alerts;
    private final Incidents incidents;
    private final Fleet fleet;
    private final Clock clock;
    private volatile @Nullable Edition newest;

    News(Availability availability, Alerts alerts, Incidents incidents, Fleet fleet, Clock clock) {
        this.availability = availability;
        this.alerts = alerts;
        this.incidents = incidents;
        this.fleet = fleet;
        this.clock = clock;
    }

    /**
     * All that is to be told at one moment.
     *
     * @param firing alerts that nobody has acknowledged, by severity from the worst
     * @param places what happened to regions
     * @param all the same with alerts and incidents
     */
    private record Edition(int[] firing, List<NewsItem> places, List<NewsItem> all) {}

    /** Alerts that fire and that nobody has acknowledged, by severity from the worst. */
    public int[] firing() {
        return edition().firing().clone();
    }

    /** What happened, newest first; alerts and incidents only for those who respond to them. */
    public List<NewsItem> latest(boolean withAlerts) {
        return withAlerts ? edition().all() : edition().places();
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(DomainEvent event) {
        AfterCommit.run(() -> newest = null);
    }

    private Edition edition() {
        Edition known = newest;
        if (known == null) {
            known = write();
            newest = known;
        }
        return known;
    }

    private Edition write() {
        Instant now = clock.instant();
        TimeRange range = new TimeRange(now.minus(LOOK_BACK), now.plusSeconds(1));
        List<NewsItem> places = Together.of(availability.regionChanges(range, CHANGES_READ)).stream()
                .limit(MOST)
                .map(this::item)
                .toList();
        List<NewsItem> all = new ArrayList<>(places);
        alerts.recent(MOST).forEach(alert -> add(all, alert));
        incidents.recent(range, MOST).forEach(incident -> add(all, incident));
        int[] firing = new int[Severity.values().length];
        alerts.open().stream()
                .filter(alert -> alert.state() == AlertState.FIRING)
                .forEach(alert -> firing[alert.severity().ordinal()]++);
        return new Edition(firing, newestFirst(places), newestFirst(all));
    }

    private static List<NewsItem> newestFirst(List<NewsItem> items) {
        return items.stream()
                .sorted(Comparator.comparingLong(NewsItem::atMs).reversed())
                .limit(MOST)
                .toList();
    }

    private NewsItem item(Together together) {
        HealthChanged change = together.newest();
        String first = fleet.nameOf(change.place().region());
        String who =
                together.regions() == 1 ? first + " is" : "%s and %d more are".formatted(first, together.regions() - 1);
        return new NewsItem(
                change.occurredAt().toEpochMilli(),
                change.to().tag(),
                change.to().word(),
                "%s %s: %s".formatted(who, change.to().word(), change.reason()),
                together.regions() == 1 ? "regions/" + change.place().region() : "");
    }

    private static void add(List<NewsItem> all, Alert alert) {
        all.add(item(alert.openedAt(), alert.severity(), "Alert %d: %s".formatted(alert.number(), alert.title())));
        Acknowledgement ack = alert.ack();
        if (ack != null) {
            all.add(item(
                    ack.at(), "✓", "info", "Alert %d is with %s".formatted(alert.number(), ack.owner()), "alerts"));
        }
        Instant resolved = alert.resolvedAt();
        if (resolved != null) {
            all.add(item(resolved, "✓", "ok", "Alert %d is over".formatted(alert.number()), "alerts"));
        }
    }

    private static void add(List<NewsItem> all, Incident incident) {
        String address = "incidents/" + incident.number();
        all.add(item(
                incident.triggeredAt(),
                incident.severity().tag(),
                incident.severity().word(),
                "Incident %d: %s".formatted(incident.number(), incident.title()),
                address));
        Instant resolved = incident.resolvedAt();
        if (resolved != null) {
            all.add(item(resolved, "✓", "ok", "Incident %d is resolved".formatted(incident.number()), address));
        }
    }

    private static NewsItem item(Instant at, Severity severity, String text) {
        return item(at, severity.tag(), severity.word(), text, "alerts");
    }

    private static NewsItem item(Instant at, String tag, String tone, String text, String address) {
        return new NewsItem(at.toEpochMilli(), tag, tone, text, address);
    }
}
