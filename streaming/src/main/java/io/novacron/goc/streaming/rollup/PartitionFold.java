package io.novacron.goc.streaming.rollup;

import io.novacron.goc.streaming.wire.WireBatch;
import io.novacron.goc.telemetry.Backfill;
import io.novacron.goc.telemetry.LatePoints;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.Segment;
import io.novacron.goc.telemetry.SketchCell;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The open buckets of one partition in slabs of primitive arrays: a row of {@code buckets} cells for each series, its
 * first cell at {@code base}. Points outside the row (late, early, or while the database is away) go to a small map
 * beside it. Within a series, times mostly rise: a point as old as the newest is a duplicate; one that is older is
 * looked up in memory, and counts once when it was not seen; one that is older than memory goes to the database. One
 * thread folds; it and readers exclude one another by this object's monitor.
 */
final class PartitionFold {

    static final int STEP_MS = 10_000;

    /** Cells outside the rows, beyond which no more is taken until a flush. */
    static final int STRAYS_MOST = 200_000;

    /** Points from long ago, beyond which no more is taken until a flush. */
    static final int BACKFILL_MOST = 100_000;

    /** Sketches, beyond which no more is taken until a flush. */
    static final int SKETCHES_MOST = 50_000;

    /** Points that were older when they were accepted are history only: no listener sees them. */
    static final long HISTORY_AFTER_MS = 3_600_000;

    private static final int FIRST_SLOTS = 1_024;

    private final int buckets;
    private final Map<Long, Long> newestStored;
    private final LongToInt slotBySeries = new LongToInt();
    private long[] seriesIds = new long[FIRST_SLOTS];
    private int[] indexes = new int[FIRST_SLOTS];
    private long[] newestMs = new long[FIRST_SLOTS];
    private int slots;
    private long base;
    private int[] counts;
    private double[] sums;
    private double[] mins;
    private double[] maxs;
    private double[] lasts;
    private final LatePoints late;
    private final Strays strays = new Strays();
    private List<Waiting> waiting = new ArrayList<>();
    private final OpenSketches sketches = new OpenSketches();
    private BackfillColumns backfill = new BackfillColumns();
    private List<Segment> flushing = List.of();
    /** The same by series, made when somebody looks. */
    private @Nullable Map<Long, List<Segment>> flushingBySeries;

    /** A late point of which it is not known yet whether it was seen. */
    private record Waiting(int slot, long timeMs, double value) {}

    /**
     * What became of the points of a batch.
     *
     * @param late points that came after a newer one and count
     * @param backfilled points from so long ago that only the database can say whether they count
     * @param undefined points of series that nobody defined
     */
    record Outcome(PointBatch folded, int late, int duplicates, int backfilled, int undefined) {}

    /**
     * @param buckets cells of a row
     * @param newestStored newest stored timestamp by series id, so that what was stored before a restart is not
     *     folded again
     * @param late knows which late points were seen
     */
    PartitionFold(int buckets, Map<Long, Long> newestStored, LatePoints late, long nowMs) {
        this.late = late;
        this.buckets = buckets;
        this.newestStored = newestStored;
        this.base = firstBucket(nowMs);
        int cells = FIRST_SLOTS * buckets;
        this.counts = new int[cells];
        this.sums = new double[cells];
        this.mins = new double[cells];
        this.maxs = new double[cells];
        this.lasts = new double[cells];
    }

    private static long firstBucket(long nowMs) {
        return Math.floorDiv(nowMs, STEP_MS) - 1;
    }

    /** The slot of a series, or {@link LongToInt#ABSENT}. Only the folding thread asks. */
    int slot(long seriesId) {
        return slotBySeries.get(seriesId);
    }

    /** Gives a series a slot. */
    synchronized int addSlot(long seriesId, int index) {
        if (slots == seriesIds.length) {
            grow();
        }
        int slot = slots++;
        seriesIds[slot] = seriesId;
        indexes[slot] = index;
        newestMs[slot] = newestStored.getOrDefault(seriesId, Long.MIN_VALUE);
        slotBySeries.put(seriesId, slot);
        return slot;
    }

    /**
     * Folds the points of a batch whose series have a slot.
     *
     * @param slotOf of each point; {@link LongToInt#ABSENT} for a series that nobody defined
     */
    synchronized Outcome fold(WireBatch batch, int[] slotOf) {
        int[] series = new int[slotOf.length];
        Kept kept = new Kept(batch.timestampsMs(), batch.values());
        int duplicates = 0;
        int undefined = 0;
        Lates lates = new Lates();
        long historyUntilMs = batch.acceptedAtMs() - HISTORY_AFTER_MS;
        for (int i = 0; i < slotOf.length; i++) {
            int slot = slotOf[i];
            long time = batch.timestampsMs()[i];
            if (slot == LongToInt.ABSENT) {
                undefined++;
            } else if (time < historyUntilMs) {
                lates.backfill(slot, time, batch.values()[i]);
            } else if (time > newestMs[slot]) {
                double value = batch.values()[i];
                newestMs[slot] = time;
                add(slot, time, value);
                series[kept.size] = indexes[slot];
                kept.keep(i, time, value);
            } else if (time == newestMs[slot]) {
                duplicates++;
            } else {
                lates.take(slot, time, batch.values()[i]);
            }
        }
        PointBatch folded = new PointBatch(
                batch.source(),
                Instant.ofEpochMilli(batch.acceptedAtMs()),
                kept.size == series.length ? series : Arrays.copyOf(series, kept.size),
                kept.times(),
                kept.values());
        return new Outcome(folded, lates.counted, duplicates + lates.known, lates.backfilled, undefined);
    }

    /** What became of late points. */
    private final class Lates {
        private int counted;
        private int known;
        private int backfilled;

        void take(int slot, long timeMs, double value) {
            switch (late.offer(indexes[slot], timeMs, value)) {
                case NEW -> {
                    long bucket = Math.floorDiv(timeMs, STEP_MS);
                    sketches.add(slot, seriesIds[slot], bucket, value);
                    strays.add(slot, bucket, timeMs, value);
                    counted++;
                }
                case KNOWN -> known++;
                case TOO_LATE -> backfill(slot, timeMs, value);
                case NOT_YET -> waiting.add(new Waiting(slot, timeMs, value));
            }
        }

        void backfill(int slot, long timeMs, double value) {
            PartitionFold.this.backfill.add(seriesIds[slot], timeMs, value);
            backfilled++;
        }
    }

    /** True while late points wait for memory to be filled again; nothing may be stored then. */
    synchronized boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /** Looks again at the late points that wait. */
    synchronized Outcome foldWaiting() {
        List<Waiting> before = waiting;
        waiting = new ArrayList<>();
        Lates lates = new Lates();
        before.forEach(point -> lates.take(point.slot(), point.timeMs(), point.value()));
        PointBatch none = new PointBatch("", Instant.EPOCH, new int[0], new long[0], new double[0]);
        return new Outcome(none, lates.counted, lates.known, lates.backfilled, 0);
    }

    /** Columns of which most often all is kept: they are copied from the first point on that is not. */
    private static final class Kept {

        private long[] times;
        private double[] values;
        private boolean copied;
        private int size;

        Kept(long[] times, double[] values) {
            this.times = times;
            this.values = values;
        }

        void keep(int from, long time, double value) {
            if (from != size && !copied) {
                copied = true;
                times = times.clone();
                values = values.clone();
            }
            if (copied) {
                times[size] = time;
                values[size] = value;
            }
            size++;
        }

        long[] times() {
            return size == times.length ? times : Arrays.copyOf(times, size);
        }

        double[] values() {
            return size == values.length ? values : Arrays.copyOf(values, size);
        }
    }

    private void add(int slot, long time, double value) {
        long bucket = Math.floorDiv(time, STEP_MS);
        sketches.add(slot, seriesIds[slot], bucket, value);
        long offset = bucket - base;
        if (offset < 0 || offset >= buckets) {
            strays.add(slot, bucket, time, value);
            return;
        }
        int cell = slot * buckets + (int) offset;
        if (counts[cell] == 0) {
            mins[cell] = value;
            maxs[cell] = value;
        } else {
            mins[cell] = Math.min(mins[cell], value);
            maxs[cell] = Math.max(maxs[cell], value);
        }
        counts[cell]++;
        sums[cell] += value;
        lasts[cell] = value;
    }

    private void grow() {
        int length = seriesIds.length * 2;
        seriesIds = Arrays.copyOf(seriesIds, length);
        indexes = Arrays.copyOf(indexes, length);
        newestMs = Arrays.copyOf(newestMs, length);
        counts = Arrays.copyOf(counts, length * buckets);
        sums = Arrays.copyOf(sums, length * buckets);
        mins = Arrays.copyOf(mins, length * buckets);
        maxs = Arrays.copyOf(maxs, length * buckets);
        lasts = Arrays.copyOf(lasts, length * buckets);
    }

    /** True when no more should be folded before a flush. */
    synchronized boolean isFull() {
        return strays.size() + waiting.size() >= STRAYS_MOST
                || backfill.size() >= BACKFILL_MOST
                || sketches.size() >= SKETCHES_MOST;
    }

    /** From now on the points of this slot are sketched. */
    synchronized void sketch(int slot) {
        sketches.ask(slot);
    }

    synchronized List<SketchCell> takeSketches() {
        return sketches.take(STEP_MS);
    }

    /** Takes the points from long ago. */
    synchronized Backfill takeBackfill() {
        Backfill taken = backfill.build();
        backfill = new BackfillColumns();
        return taken;
    }

    /** Takes all that is open as segments, and starts anew; they stay readable until {@link #stored}. */
    synchronized List<Segment> take(long nowMs) {
        List<Segment> segments = new ArrayList<>(slots);
        for (int slot = 0; slot < slots; slot++) {
            row(slot, segments);
        }
        strays.take(slot -> seriesIds[slot], segments);
        Arrays.fill(counts, 0, slots * buckets, 0);
        Arrays.fill(sums, 0, slots * buckets, 0);
        base = firstBucket(nowMs);
        flushing = segments;
        flushingBySeries = null;
        return segments;
    }

    /** The segments taken last are in the database. */
    synchronized void stored() {
        flushing = List.of();
        flushingBySeries = null;
    }

    /** What is in memory of one series. */
    synchronized List<Segment> open(long seriesId) {
        List<Segment> segments = new ArrayList<>(flushingOf(seriesId));
        int slot = slotBySeries.get(seriesId);
        if (slot != LongToInt.ABSENT) {
            row(slot, segments);
            strays.show(slot, seriesId, segments);
        }
        return segments;
    }

    private List<Segment> flushingOf(long seriesId) {
        Map<Long, List<Segment>> bySeries = flushingBySeries;
        if (bySeries == null) {
            bySeries = flushing.stream().collect(Collectors.groupingBy(Segment::seriesId));
            flushingBySeries = bySeries;
        }
        return bySeries.getOrDefault(seriesId, List.of());
    }

    private void row(int slot, List<Segment> segments) {
        int start = slot * buckets;
        int first = 0;
        int last = buckets - 1;
        while (first <= last && counts[start + first] == 0) {
            first++;
        }
        while (last > first && counts[start + last] == 0) {
            last--;
        }
        if (first > last) {
            return;
        }
        int from = start + first;
        int until = start + last + 1;
        segments.add(new Segment(
                seriesIds[slot],
                (base + first) * STEP_MS,
                STEP_MS,
                newestMs[slot],
                Arrays.copyOfRange(counts, from, until),
                Arrays.copyOfRange(sums, from, until),
                Arrays.copyOfRange(mins, from, until),
                Arrays.copyOfRange(maxs, from, until),
                Arrays.copyOfRange(lasts, from, until)));
    }
}
