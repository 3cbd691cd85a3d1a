package io.novacron.goc.fleet;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was brought where and when, as those tell who deploy; marked in the charts of the place. */
@Service
public class Deployments {

    private static final Duration AHEAD_MOST = Duration.ofMinutes(5);
    private static final Duration AGO_MOST = Duration.ofDays(366);

    private final DeploymentStore store;
    private final Fleet fleet;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    Deployments(DeploymentStore store, Fleet fleet, ApplicationEventPublisher events, Ids ids, Clock clock) {
        this.store = store;
        this.fleet = fleet;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Keeps that a version was brought to a region or zone. Told again, the first telling is returned and nothing
     * changes: a pipeline may try as often as it likes.
     *
     * @param at when; {@code null} is now
     * @throws OperationsException NOT_FOUND when there is no such place; INVALID_INPUT when it lies more than five
     *     minutes ahead or more than a year ago, and as {@link Deployment}
     */
    @Transactional
    public Deployment record(
            Place place, @Nullable Instant at, String service, String version, @Nullable String link, Actor by) {
        if (!fleet.hasZoneOrRegion(place)) {
            throw new OperationsException(ErrorCode.NOT_FOUND, "there is no %s".formatted(place));
        }
        Instant now = clock.instant();
        Instant when = (at == null ? now : at).truncatedTo(ChronoUnit.MICROS);
        if (when.isAfter(now.plus(AHEAD_MOST)) || when.isBefore(now.minus(AGO_MOST))) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "a deployment at %s cannot be told; the last %d days count, and %d minutes ahead"
                            .formatted(when, AGO_MOST.toDays(), AHEAD_MOST.toMinutes()));
        }
        Deployment deployment = new Deployment(ids.next(), when, place, service.strip(), version.strip(), link, by);
        if (!store.insert(deployment)) {
            return store.same(deployment);
        }
        events.publishEvent(new DeploymentRecorded(deployment, by, now));
        return deployment;
    }

    /** To a place, a part of it or all around it, newest first. */
    public List<Deployment> at(Place place, TimeRange range, int most) {
        return store.in(place.region(), range, most).stream()
                .filter(deployment ->
                        place.holds(deployment.place()) || deployment.place().holds(place))
                .toList();
    }
}
