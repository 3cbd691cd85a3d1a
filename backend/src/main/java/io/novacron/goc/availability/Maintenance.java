package io.novacron.goc.availability;

import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Announces work on places. A place under maintenance is shown as such, whatever its indicators say. */
@Service
public class Maintenance {

    private static final Duration LONGEST = Duration.ofDays(31);

    private final MaintenanceStore store;
    private final Fleet fleet;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;
    private volatile List<Window> ahead = List.of();

    Maintenance(
            MaintenanceStore store,
            Fleet fleet,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.fleet = fleet;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Announces work on a region or zone.
     *
     * @throws OperationsException NOT_FOUND when there is no such place; INVALID_INPUT when it is over already, longer
     *     than 31 days, or names a host
     */
    public Window announce(Place place, TimeRange span, String reason, Actor by) {
        if (!fleet.hasZoneOrRegion(place)) {
            throw new OperationsException(ErrorCode.NOT_FOUND, "there is no %s".formatted(place));
        }
        Instant now = clock.instant();
        if (!span.until().isAfter(now)) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "the maintenance of %s would be over at %s already; announce work to come"
                            .formatted(place, span.until()));
        }
        if (span.length().compareTo(LONGEST) > 0) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "the maintenance of %s would last %d days; at most %d are allowed"
                            .formatted(place, span.length().toDays(), LONGEST.toDays()));
        }
        Window window = new Window(ids.next(), place, span, reason.strip(), by, now, null);
        transaction.executeWithoutResult(status -> {
            store.insert(window);
            events.publishEvent(new MaintenanceAnnounced(window, by, now));
        });
        refresh();
        return window;
    }

    /**
     * Calls announced work off, or ends it early.
     *
     * @throws OperationsException NOT_FOUND when there is no such window, CONFLICT when it is over or called off
     */
    public void cancel(UUID id, Actor by) {
        Instant now = clock.instant();
        Window window = store.find(id)
                .orElseThrow(() -> new OperationsException(
                        ErrorCode.NOT_FOUND, "there is no maintenance %s; look at the list".formatted(id)));
        transaction.executeWithoutResult(status -> {
            if (!store.cancel(id, now)) {
                throw new OperationsException(
                        ErrorCode.CONFLICT,
                        "the maintenance of %s is over or was called off; nothing is left to cancel"
                                .formatted(window.place()));
            }
            events.publishEvent(new MaintenanceCancelled(window, by, now));
        });
        refresh();
    }

    /** Work under way and to come, in the order it begins. */
    public List<Window> announced() {
        return store.ahead(clock.instant());
    }

    /** Work on a place, a part of it or all around it that was under way at some time of the range, newest first. */
    public List<Window> during(Place place, TimeRange range, int most) {
        return store.during(place.region(), range, most).stream()
                .filter(window -> place.holds(window.place()) || window.place().holds(place))
                .toList();
    }

    /** Whether announced work covers the whole place now. */
    public boolean isUnderWay(Place place) {
        Instant now = clock.instant();
        return ahead.stream().anyMatch(window -> window.covers(place, now));
    }

    /** What was known at the last {@link #refresh()}: for the board, which asks many times a second. */
    List<Window> known() {
        return ahead;
    }

    /** Reads again what is announced; other nodes announce too. */
    final void refresh() {
        ahead = store.ahead(clock.instant());
    }
}
