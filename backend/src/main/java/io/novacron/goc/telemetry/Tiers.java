package io.novacron.goc.telemetry;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes coarse history of fine history once nothing can change it any more, and keeps each tier for its time. A block
 * is made a slice of the series at a time, so that the database is never busy with it for long.
 */
public class Tiers {

    private static final Logger LOG = LoggerFactory.getLogger(Tiers.class);

    /** Points come at most this late, and then wait for a flush. */
    static final Duration SETTLED_AFTER = Duration.ofMinutes(75);

    private static final Duration ACCEPTED_BEHIND = Duration.ofHours(2);
    private static final Duration AHEAD = Duration.ofHours(3);
    private static final int LEAST_HOURS = 3;
    private static final int MOST_HOURS = 24 * 366 * 10;

    private final TierStore store;
    private final RollupStore rollups;
    private final TelemetrySettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Map<Tier, Instant> madeUntil = new EnumMap<>(Tier.class);

    Tiers(
            TierStore store,
            RollupStore rollups,
            TelemetrySettings settings,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.rollups = rollups;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A tier as it stands.
     *
     * @param from its oldest bucket, {@code null} when there is none
     * @param until up to when it is made
     * @param bytes on disk, indexes included
     * @param keptFor how long it is kept
     */
    public record TierStatus(Tier tier, @Nullable Instant from, Instant until, long bytes, Duration keptFor) {

        /** Bytes that the tier will take when it is kept for so long and as much comes as now; -1 when unknown. */
        public long bytesWhenKeptFor(Duration time) {
            if (from == null || !until.isAfter(from)) {
                return -1;
            }
            double covered = Duration.between(from, until).toMillis();
            return Math.round(bytes / covered * time.toMillis());
        }
    }

    /** Up to when a tier can be asked; what is younger is in the one before it. */
    synchronized Instant madeUntil(Tier tier) {
        return tier == Tier.TEN_SECONDS ? clock.instant() : madeUntil.getOrDefault(tier, Instant.EPOCH);
    }

    /** From when on a tier is kept. */
    Instant keptSince(Tier tier) {
        return clock.instant().minus(keptFor(tier));
    }

    private final Map<Tier, Duration> kept = new EnumMap<>(Tier.class);

    private synchronized Duration keptFor(Tier tier) {
        return kept.getOrDefault(tier, defaultFor(tier));
    }

    private Duration defaultFor(Tier tier) {
        return switch (tier) {
            case TEN_SECONDS -> settings.retention();
            case MINUTE -> settings.retentionMinutes();
            case HOUR -> settings.retentionHours();
        };
    }

    /** All tiers, from fine to coarse. */
    public List<TierStatus> status() {
        return Arrays.stream(Tier.values())
                .map(tier ->
                        new TierStatus(tier, store.oldest(tier), madeUntil(tier), store.bytes(tier), keptFor(tier)))
                .toList();
    }

    /**
     * Sets how long a tier is kept, from now on and over restarts.
     *
     * @throws OperationsException INVALID_INPUT when it is too short to make the next tier of it, or absurdly long
     */
    @Transactional
    public void keepFor(Tier tier, Duration time, Actor by) {
        long hours = time.toHours();
        if (hours < LEAST_HOURS || hours > MOST_HOURS) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "history is kept for %d hours to ten years, not for %d hours".formatted(LEAST_HOURS, hours));
        }
        store.keepFor(tier, (int) hours);
        synchronized (this) {
            kept.put(tier, time);
        }
        events.publishEvent(new RetentionChanged(tier, time, by, clock.instant()));
    }

    /** Learns from the database how far the tiers were made and how long they are kept. */
    void learn() {
        for (Tier tier : Tier.values()) {
            TierStore.Progress progress = store.progress(tier);
            synchronized (this) {
                Integer hours = progress.keptHours();
                kept.put(tier, hours == null ? defaultFor(tier) : Duration.ofHours(hours));
                Instant block = progress.block();
                if (block != null) {
                    madeUntil.put(tier, progress.slicesDone() == store.slices() ? block.plus(tier.block()) : block);
                }
            }
        }
    }

    /** Makes the next slice of what is settled; while it is behind by more than a block, slice after slice. */
    @Scheduled(fixedDelayString = "PT15S", initialDelayString = "PT45S")
    void makeNext() {
        for (Tier tier : List.of(Tier.MINUTE, Tier.HOUR)) {
            boolean behind = true;
            while (behind && makeSlice(tier)) {
                behind = madeUntil(tier).plus(tier.block().multipliedBy(2)).isBefore(settledUntil(tier));
            }
        }
    }

    /** Makes all that is settled; returns how many slices that were. */
    int makeAll() {
        int slices = 0;
        for (Tier tier : List.of(Tier.MINUTE, Tier.HOUR)) {
            while (makeSlice(tier)) {
                slices++;
            }
        }
        return slices;
    }

    private Instant settledUntil(Tier tier) {
        return tier == Tier.MINUTE ? clock.instant().minus(SETTLED_AFTER) : madeUntil(Tier.MINUTE);
    }

    private boolean makeSlice(Tier tier) {
        TierStore.Progress progress = store.progress(tier);
        Instant block = progress.block();
        int slice = progress.slicesDone();
        if (block == null) {
            Instant oldest = store.oldest(tier == Tier.MINUTE ? Tier.TEN_SECONDS : Tier.MINUTE);
            if (oldest == null) {
                return false;
            }
            block = startOf(tier, oldest);
            store.begin(tier, block);
        } else if (slice == store.slices()) {
            block = block.plus(tier.block());
            slice = 0;
        }
        if (block.plus(tier.block()).isAfter(settledUntil(tier))) {
            return false;
        }
        if (slice == 0) {
            store.begin(tier, block);
            store.keep(tier, new TimeRange(block, block.plus(tier.block())), keptSince(tier));
        }
        store.make(tier, block, slice);
        synchronized (this) {
            madeUntil.put(tier, slice + 1 == store.slices() ? block.plus(tier.block()) : block);
        }
        return true;
    }

    private static Instant startOf(Tier tier, Instant at) {
        long block = tier.block().toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), block) * block);
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
    void onSchedule() {
        try {
            keepHouse();
        } catch (DataAccessException e) {
            LOG.atWarn().setCause(e).log("partitions could not be kept; next try in ten minutes");
        }
    }

    /**
     * Makes room ahead of time and drops what is past its time, but nothing of which the next tier was not made; that
     * waits for as long again at most.
     */
    void keepHouse() {
        Instant now = clock.instant();
        Duration time = keptFor(Tier.TEN_SECONDS);
        Instant cut = now.minus(time);
        Instant made = madeUntil(Tier.MINUTE).minus(Tier.MINUTE.block());
        Instant last = cut.minus(time);
        if (made.isBefore(cut)) {
            cut = made.isBefore(last) ? last : made;
        }
        rollups.keep(new TimeRange(now.minus(ACCEPTED_BEHIND), now.plus(AHEAD)), cut);
    }
}
