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

    private static final List<Tier> COARSEST_FIRST = List.of(Tier.HOUR, Tier.MINUTE, Tier.TEN_SECONDS);
    private static final int MENDED_AT_ONCE = 20;
    private static final int SERIES_MENDED_AT_ONCE = 2_000;
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
    private final Map<Tier, Duration> kept = new EnumMap<>(Tier.class);

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

    /** Up to when a tier is made; what is younger is in the one before it, or in segments. */
    synchronized Instant madeUntil(Tier tier) {
        return madeUntil.getOrDefault(tier, Instant.EPOCH);
    }

    /** Bytes on disk of ten-second buckets whose hour is not over yet. */
    public long openBytes() {
        return store.segmentBytes();
    }

    /** Points from before are not kept: no tier that they could enter is. */
    public Instant takenSince() {
        return keptSince(Tier.TEN_SECONDS);
    }

    /** From when on a tier is kept. */
    Instant keptSince(Tier tier) {
        return clock.instant().minus(keptFor(tier));
    }

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
        retain(tier, time);
        synchronized (this) {
            kept.put(tier, time);
        }
        events.publishEvent(new RetentionChanged(tier, time, by, clock.instant()));
    }

    /** What our own jobs may leave for as long again, a database that can drops by itself, also while nobody looks. */
    private void retain(Tier tier, Duration time) {
        store.retain(tier, time.multipliedBy(2));
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
            retain(tier, keptFor(tier));
        }
    }

    /** Makes the next slice of what is settled; while a tier is behind by more than a block, slice after slice. */
    @Scheduled(fixedDelayString = "PT15S", initialDelayString = "PT45S")
    void makeNext() {
        boolean made = true;
        while (made) {
            made = makeSlices() > 0 && isBehind();
        }
        mend(MENDED_AT_ONCE);
    }

    private boolean isBehind() {
        return Arrays.stream(Tier.values())
                .anyMatch(tier ->
                        madeUntil(tier).plus(tier.block().multipliedBy(2)).isBefore(settledUntil(tier)));
    }

    /** Makes all that is settled; returns how many slices that were. */
    int makeAll() {
        int slices = 0;
        int made = makeSlices();
        while (made > 0) {
            slices += made;
            made = makeSlices();
        }
        return slices;
    }

    /** Makes a slice of each tier, the coarsest first, so that none is far ahead of what is made of it. */
    private int makeSlices() {
        int made = 0;
        for (Tier tier : COARSEST_FIRST) {
            made += makeSlice(tier) ? 1 : 0;
        }
        return made;
    }

    /** Makes hours again for which points came after they were made, in so many steps at most; returns how many. */
    int mend(int stepsMost) {
        int steps = 0;
        Instant hour = touched();
        while (hour != null && steps < stepsMost) {
            for (Tier tier : Tier.values()) {
                makeRoom(tier, tier.blockAt(hour));
            }
            steps += store.mend(hour, SERIES_MENDED_AT_ONCE) ? 1 : 0;
            hour = touched();
        }
        return steps;
    }

    /** Makes room for a block, and drops what is past its time, but not that. */
    private void makeRoom(Tier tier, Instant block) {
        Instant cut = cut(tier);
        store.keep(tier, new TimeRange(block, block.plus(tier.block())), cut.isBefore(block) ? cut : block);
    }

    private @Nullable Instant touched() {
        Instant cut = cut(Tier.TEN_SECONDS);
        Instant made = madeUntil(Tier.TEN_SECONDS);
        return cut.isBefore(made) ? store.touched(new TimeRange(cut, made)) : null;
    }

    private Instant settledUntil(Tier tier) {
        return switch (tier) {
            case TEN_SECONDS -> clock.instant().minus(SETTLED_AFTER);
            case MINUTE -> madeUntil(Tier.TEN_SECONDS);
            case HOUR -> madeUntil(Tier.MINUTE);
        };
    }

    private boolean makeSlice(Tier tier) {
        TierStore.Progress progress = store.progress(tier);
        Instant block = progress.block();
        int slice = progress.slicesDone();
        if (block == null) {
            Instant oldest = oldestSource(tier);
            if (oldest == null) {
                return false;
            }
            block = tier.blockAt(oldest);
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
            makeRoom(tier, block);
        }
        store.make(tier, block, slice);
        synchronized (this) {
            madeUntil.put(tier, slice + 1 == store.slices() ? block.plus(tier.block()) : block);
        }
        return true;
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    /** Where a tier begins. The first begins at once: what is from before is taken in as what comes late is. */
    private @Nullable Instant oldestSource(Tier tier) {
        return switch (tier) {
            case TEN_SECONDS ->
                earlier(store.oldestSegment(), settledUntil(tier).minus(tier.block()));
            case MINUTE -> store.oldest(Tier.TEN_SECONDS);
            case HOUR -> store.oldest(Tier.MINUTE);
        };
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
    void onSchedule() {
        try {
            keepHouse();
        } catch (DataAccessException e) {
            LOG.atWarn().setCause(e).log("partitions could not be kept; next try in ten minutes");
        }
    }

    /** Makes room for segments ahead of time and drops what is past its time. */
    void keepHouse() {
        Instant now = clock.instant();
        Instant from = now.minus(ACCEPTED_BEHIND);
        Instant made = madeUntil(Tier.TEN_SECONDS);
        Instant cut = cut(Tier.TEN_SECONDS, made);
        rollups.keep(new TimeRange(from, now.plus(AHEAD)), cut);
        // Flushes rely on there being room since then.
        store.tidySegments(made.isBefore(from) ? made : from, cut);
    }

    /** From when on a tier must stay. */
    private Instant cut(Tier tier) {
        return switch (tier) {
            case TEN_SECONDS -> cut(tier, madeUntil(Tier.MINUTE).minus(Tier.MINUTE.block()));
            case MINUTE -> cut(tier, madeUntil(Tier.HOUR));
            case HOUR -> keptSince(tier);
        };
    }

    /** Nothing is dropped of which the next tier was not made; but that waits for as long again at most. */
    private Instant cut(Tier kept, Instant neededSince) {
        Duration time = keptFor(kept);
        Instant cut = clock.instant().minus(time);
        Instant last = cut.minus(time);
        if (neededSince.isAfter(cut)) {
            return cut;
        }
        return neededSince.isBefore(last) ? last : neededSince;
    }
}
