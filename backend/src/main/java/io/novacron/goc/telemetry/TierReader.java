package io.novacron.goc.telemetry;

import io.novacron.goc.kernel.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which tier answers for which time, and what it says. */
final class TierReader {

    private final Tiers tiers;
    private final TierStore store;

    TierReader(Tiers tiers, TierStore store) {
        this.tiers = tiers;
        this.store = store;
    }

    /**
     * Where one tier ends and the next finer begins, epoch milliseconds: hours before {@code hoursUntilMs}, minutes
     * before {@code minutesUntilMs}, then ten seconds.
     */
    record Seams(long hoursUntilMs, long minutesUntilMs) {}

    /**
     * The coarsest tier that still has a bucket for every step; where that tier is not made yet, the next finer, and
     * where a finer one is no longer kept, the next coarser.
     */
    Seams seams(long stepMs) {
        long hours = tiers.madeUntil(Tier.HOUR).toEpochMilli();
        long minutes = tiers.madeUntil(Tier.MINUTE).toEpochMilli();
        if (stepMs < Tier.HOUR.bucketMs()) {
            hours = Math.min(hours, startOfDay(tiers.keptSince(Tier.MINUTE)));
        }
        if (stepMs < Tier.MINUTE.bucketMs()) {
            minutes = Math.min(minutes, startOfHour(tiers.keptSince(Tier.TEN_SECONDS)));
        }
        return new Seams(hours, Math.max(hours, minutes));
    }

    private static long startOfDay(Instant at) {
        return floor(at, Tier.HOUR.block().toMillis());
    }

    private static long startOfHour(Instant at) {
        return floor(at, Tier.MINUTE.block().toMillis());
    }

    private static long floor(Instant at, long width) {
        return Math.floorDiv(at.toEpochMilli(), width) * width;
    }

    /** Adds the buckets of a coarse tier that begin in the span, to the columns of each series by its id. */
    void read(Tier tier, Collection<Long> seriesIds, TimeSpan span, Map<Long, PointColumns> into) {
        if (span.fromMs() > span.untilMs()) {
            return;
        }
        Map<Long, List<TierRow>> rows = new HashMap<>();
        store.rows(
                        tier,
                        seriesIds,
                        new TimeRange(Instant.ofEpochMilli(span.fromMs()), Instant.ofEpochMilli(span.untilMs() + 1)))
                .forEach(row -> rows.computeIfAbsent(row.seriesId(), fresh -> new ArrayList<>())
                        .add(row));
        rows.forEach((id, blocks) -> {
            PointColumns columns = into.computeIfAbsent(id, fresh -> new PointColumns());
            blocks.forEach(block -> add(tier, block, span, columns));
        });
    }

    /** Adds the sketches of the buckets of a tier that begin in the span. */
    void readSketches(Tier tier, Collection<Long> seriesIds, TimeSpan span, Map<Long, PointColumns> into) {
        store.sketches(tier, seriesIds, span)
                .forEach((id, byStart) ->
                        into.computeIfAbsent(id, fresh -> new PointColumns()).add(byStart, tier.bucketMs()));
    }

    private static void add(Tier tier, TierRow row, TimeSpan span, PointColumns into) {
        for (int i = 0; i < row.slots().length; i++) {
            long start = row.startMs() + row.slots()[i] * tier.bucketMs();
            if (span.contains(start)) {
                Rollup bucket = new Rollup(
                        Instant.ofEpochMilli(start),
                        (long) row.counts()[i],
                        row.sums()[i],
                        row.mins()[i],
                        row.maxs()[i],
                        row.lasts()[i]);
                into.add(
                        start + tier.bucketMs() - 1, bucket, new PointColumns.Counted(row.rises()[i], row.resets()[i]));
            }
        }
    }
}
