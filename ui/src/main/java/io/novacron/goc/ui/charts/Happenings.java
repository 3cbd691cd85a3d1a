package io.novacron.goc.ui.charts;

import io.novacron.goc.alerts.Alert;
import io.novacron.goc.alerts.Alerts;
import io.novacron.goc.availability.Availability;
import io.novacron.goc.availability.HealthChanged;
import io.novacron.goc.availability.Maintenance;
import io.novacron.goc.availability.Window;
import io.novacron.goc.fleet.Deployment;
import io.novacron.goc.fleet.Deployments;
import io.novacron.goc.incidents.Incident;
import io.novacron.goc.incidents.Incidents;
import io.novacron.goc.kernel.Health;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.charts.Happening.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What happened at a place: how its state changed, deployments, alerts, incidents and announced work. */
@Service
public final class Happenings {

    private static final int MOST = 60;
    private static final int CHANGES_READ = 2_000;

    private final Availability availability;
    private final Maintenance maintenance;
    private final Deployments deployments;
    private final Alerts alerts;
    private final Incidents incidents;
    private final CurrentUser user;

    Happenings(
            Availability availability,
            Maintenance maintenance,
            Deployments deployments,
            Alerts alerts,
            Incidents incidents,
            CurrentUser user) {
        this.availability = availability;
        this.maintenance = maintenance;
        this.deployments = deployments;
        this.alerts = alerts;
        this.incidents = incidents;
        this.user = user;
    }

    /**
     * Newest first, at most so many as a person reads; alerts and incidents only for those who respond to them. An
     * incident is a region's: it is told of each of its parts.
     */
    public List<Happening> at(Place place, TimeRange range) {
        List<Happening> found = new ArrayList<>();
        availability.changes(place, range, MOST).forEach(change -> found.add(change(change)));
        maintenance.during(place, range, MOST).forEach(window -> found.add(work(window)));
        deployments.at(place, range, MOST).forEach(deployment -> found.add(deployment(deployment)));
        if (user.respondsToAlerts()) {
            alerts.at(place, range, MOST).forEach(alert -> found.add(alert(alert)));
            incidents.in(place.region(), range, MOST).forEach(incident -> found.add(incident(incident)));
        }
        return newest(found);
    }

    /** The same of a place, or of everywhere when it is none: then of whole regions only. */
    public List<Happening> of(Optional<Place> place, TimeRange range) {
        return place.map(known -> at(known, range)).orElseGet(() -> everywhere(range));
    }

    private List<Happening> everywhere(TimeRange range) {
        List<Happening> found = new ArrayList<>();
        if (user.respondsToAlerts()) {
            incidents.recent(range, MOST).forEach(incident -> found.add(incident(incident)));
        }
        availability.regionChanges(range, CHANGES_READ).stream()
                .filter(change -> change.to() == Health.CRITICAL)
                .limit(MOST)
                .forEach(change -> found.add(change(change)));
        return newest(found);
    }

    private static List<Happening> newest(List<Happening> found) {
        return found.stream().sorted(Happening.NEWEST_FIRST).limit(MOST).toList();
    }

    private static Happening change(HealthChanged change) {
        Health to = change.to();
        String zone = change.place().zone();
        return new Happening(
                Kind.STATE,
                change.occurredAt(),
                null,
                to.tag(),
                to.word(),
                "%s%s: %s".formatted(zone == null ? "" : "zone " + zone + " ", to.word(), change.reason()),
                zone == null
                        ? "regions/" + change.place().region()
                        : "regions/" + change.place().zoneKey());
    }

    private static Happening work(Window window) {
        return new Happening(
                Kind.MAINTENANCE,
                window.span().from(),
                window.over(),
                Health.MAINTENANCE.tag(),
                Health.MAINTENANCE.word(),
                "Maintenance of %s: %s".formatted(window.place(), window.reason()),
                "maintenance");
    }

    private static Happening deployment(Deployment deployment) {
        String link = deployment.link();
        return new Happening(
                Kind.DEPLOYMENT,
                deployment.at(),
                null,
                "⇧V",
                "info",
                "%s %s was deployed to %s".formatted(deployment.service(), deployment.version(), deployment.place()),
                link == null ? "regions/" + deployment.place().region() : link);
    }

    private static Happening alert(Alert alert) {
        return Happening.of(
                Kind.ALERT,
                alert.openedAt(),
                alert.resolvedAt(),
                alert.severity(),
                "Alert %d: %s".formatted(alert.number(), alert.title()),
                "alerts");
    }

    private static Happening incident(Incident incident) {
        return Happening.of(
                Kind.INCIDENT,
                incident.triggeredAt(),
                incident.resolvedAt(),
                incident.severity(),
                "Incident %d: %s".formatted(incident.number(), incident.title()),
                "incidents/" + incident.number());
    }
}
