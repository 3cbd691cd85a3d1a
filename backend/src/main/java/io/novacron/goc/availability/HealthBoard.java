package io.novacron.goc.availability;

import io.novacron.goc.availability.Watched.Station;
import io.novacron.goc.kernel.Health;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.Pulse;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.kernel.ZoneKey;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.PointListener;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.telemetry.SeriesCatalog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The health of every region and zone, at any moment. Batches only note samples; a thread of the board works the states
 * out a few times a second, and at once when an indicator changed its state. Another thread keeps the ledger: it stores
 * what changed and publishes it in one transaction, so that a database that is away, or hangs, makes nobody's state
 * old; what could not be stored is stored later.
 */
@Service
public class HealthBoard implements PointListener, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HealthBoard.class);
    private static final int MOST_PENDING = 50_000;
    private static final Duration LEDGER_EVERY = Duration.ofSeconds(1);
    private static final Duration REFRESH_EVERY = Duration.ofSeconds(5);
    private static final Duration KEEP_HOUSE_EVERY = Duration.ofHours(6);
    private static final HealthReading UNHEARD_OF =
            new HealthReading(Health.UNKNOWN, Instant.EPOCH, "nothing was ever heard of it");

    private final AvailabilitySettings settings;
    private final HealthStore store;
    private final Maintenance maintenance;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final HealthModel model;
    private final Object lock = new Object();
    private final Pulse pulse;
    private final Pulse ledger;
    private final Map<Place, HealthReading> readings = new ConcurrentHashMap<>();
    private final Map<RegionId, RegionIndicators> indicators = new ConcurrentHashMap<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final List<HealthChanged> pendingChanges = new ArrayList<>();
    private final List<LedgerMinute> pendingMinutes = new ArrayList<>();
    private volatile int[] counts = new int[Health.values().length];
    private Instant nextRefresh = Instant.MIN;
    private Instant nextHousekeeping = Instant.MIN;

    HealthBoard(
            AvailabilitySettings settings,
            HealthStore store,
            Maintenance maintenance,
            SeriesCatalog catalog,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.settings = settings;
        this.store = store;
        this.maintenance = maintenance;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.model = new HealthModel(settings, clock.instant());
        this.pulse = new Pulse(
                "health-board",
                settings.evaluateEvery(),
                clock,
                overslept -> evaluate(),
                e -> LOG.atError().setCause(e).log("the states could not be worked out; the next try follows"));
        this.ledger = new Pulse(
                "health-ledger",
                LEDGER_EVERY,
                clock,
                overslept -> store(),
                e -> LOG.atError().setCause(e).log("the ledger of health could not be kept; the next try follows"));
        catalog.listen(this::discovered);
    }

    private void discovered(List<Series> series) {
        synchronized (lock) {
            model.discovered(series, clock.instant());
        }
    }

    /** How a region stands; unknown when it was never heard of. */
    public HealthReading region(RegionId region) {
        return readings.getOrDefault(Place.of(region), UNHEARD_OF);
    }

    /** How a zone stands; unknown when it was never heard of. */
    public HealthReading zone(ZoneKey zone) {
        return readings.getOrDefault(Place.of(zone), UNHEARD_OF);
    }

    /** The newest figures of a region. */
    public RegionIndicators indicators(RegionId region) {
        return indicators.getOrDefault(region, RegionIndicators.NONE);
    }

    /** How many of the regions heard of stand in each state, by the order of {@link Health}. */
    public int[] counts() {
        return counts.clone();
    }

    @Override
    public void folded(PointBatch batch) {
        boolean moved;
        synchronized (lock) {
            moved = model.fold(batch, clock.millis());
        }
        if (moved) {
            pulse.wake();
        }
    }

    /** Runs the work, which must be short, as soon as states changed: before it is stored, and told as an event. */
    public void onChange(Runnable work) {
        watchers.add(work);
    }

    /** Works the states out now; what changed waits for {@link #store}. */
    void evaluate() {
        Instant now = clock.instant();
        List<HealthChanged> changes;
        List<LedgerMinute> minutes;
        synchronized (lock) {
            changes = model.evaluate(now, maintenance.known());
            minutes = model.closeMinute(now);
            show();
        }
        if (!changes.isEmpty()) {
            watchers.forEach(Runnable::run);
        }
        if (!changes.isEmpty() || !minutes.isEmpty()) {
            remember(changes, minutes);
            ledger.wake();
        }
    }

    /** Stores and tells what changed, and looks after the rest of what is in the database. */
    void store() {
        keepUp(clock.instant());
        flush();
    }

    private void show() {
        int[] counted = new int[Health.values().length];
        for (Station station : model.stations()) {
            readings.put(station.place, station.reading);
            if (!station.isZone()) {
                counted[station.reading.state().ordinal()]++;
                indicators.put(station.place.region(), HealthModel.indicators(station));
            }
        }
        counts = counted;
    }

    private void remember(List<HealthChanged> changes, List<LedgerMinute> minutes) {
        synchronized (pendingChanges) {
            pendingChanges.addAll(changes);
            pendingMinutes.addAll(minutes);
            dropOldest(pendingChanges);
            dropOldest(pendingMinutes);
        }
    }

    private static void dropOldest(List<?> pending) {
        if (pending.size() > MOST_PENDING) {
            int dropped = pending.size() - MOST_PENDING;
            pending.subList(0, dropped).clear();
            LOG.atError().addKeyValue("dropped", dropped).log("health facts waited too long for the database");
        }
    }

    private void flush() {
        List<HealthChanged> changes;
        List<LedgerMinute> minutes;
        synchronized (pendingChanges) {
            changes = List.copyOf(pendingChanges);
            minutes = List.copyOf(pendingMinutes);
            pendingChanges.clear();
            pendingMinutes.clear();
        }
        if (changes.isEmpty() && minutes.isEmpty()) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> {
                if (!minutes.isEmpty()) {
                    store.add(minutes);
                }
                if (!changes.isEmpty()) {
                    store.append(changes);
                    changes.forEach(events::publishEvent);
                }
            });
        } catch (DataAccessException | TransactionException e) {
            putBack(changes, minutes);
            LOG.atWarn()
                    .setCause(e)
                    .addKeyValue("changes", changes.size())
                    .addKeyValue("minutes", minutes.size())
                    .log("health facts could not be stored; they wait");
        }
    }

    /** In front of what has come meanwhile: the order of changes is the story of a place. */
    private void putBack(List<HealthChanged> changes, List<LedgerMinute> minutes) {
        synchronized (pendingChanges) {
            pendingChanges.addAll(0, changes);
            pendingMinutes.addAll(0, minutes);
            dropOldest(pendingChanges);
            dropOldest(pendingMinutes);
        }
    }

    private void keepUp(Instant now) {
        try {
            if (!now.isBefore(nextRefresh)) {
                nextRefresh = now.plus(REFRESH_EVERY);
                maintenance.refresh();
            }
            if (!now.isBefore(nextHousekeeping)) {
                nextHousekeeping = now.plus(KEEP_HOUSE_EVERY);
                Instant behind = now.minus(Duration.ofDays(1));
                store.keep(new TimeRange(behind, now.plus(Duration.ofDays(8))), now.minus(settings.retention()));
            }
        } catch (DataAccessException e) {
            LOG.atWarn().setCause(e).log("the database did not answer the health board; it goes on without");
        }
    }

    /** Says of every place that was known before the restart that it is unknown until it is heard again. */
    void admitIgnorance() {
        Instant now = clock.instant();
        keepUp(now);
        List<HealthChanged> changes = new ArrayList<>();
        store.lastStates().forEach((place, state) -> {
            if (state != Health.UNKNOWN) {
                changes.add(new HealthChanged(
                        place,
                        state,
                        Health.UNKNOWN,
                        now,
                        "the operations center was restarted and has heard nothing yet"));
            }
        });
        remember(changes, List.of());
        flush();
    }

    @Override
    public void start() {
        admitIgnorance();
        ledger.start();
        pulse.start();
    }

    @Override
    public void stop() {
        pulse.stop();
        ledger.stop();
        List<LedgerMinute> minutes;
        synchronized (lock) {
            minutes = model.closeNow(clock.instant());
        }
        remember(List.of(), minutes);
        flush();
    }

    @Override
    public boolean isRunning() {
        return pulse.isRunning();
    }
}
