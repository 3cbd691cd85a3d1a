package io.novacron.goc.streaming.rollup;

import io.novacron.goc.telemetry.Segment;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;

/** Open buckets outside the row of their series: late, early, or while the database is away. */
final class Strays {

    private Map<Integer, NavigableMap<Long, Cell>> bySlot = new TreeMap<>();
    private int size;

    /** What a bucket holds. */
    private static final class Cell {
        private int count;
        private double sum;
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;
        private double last;
        private long newestMs = Long.MIN_VALUE;
    }

    /** @param bucket its number since the epoch */
    void add(int slot, long bucket, long timeMs, double value) {
        Cell cell = bySlot.computeIfAbsent(slot, fresh -> new TreeMap<>()).computeIfAbsent(bucket, fresh -> {
            size++;
            return new Cell();
        });
        cell.count++;
        cell.sum += value;
        cell.min = Math.min(cell.min, value);
        cell.max = Math.max(cell.max, value);
        if (timeMs >= cell.newestMs) {
            cell.last = value;
            cell.newestMs = timeMs;
        }
    }

    int size() {
        return size;
    }

    /** Moves all buckets, each as a segment. */
    void take(IntToLongFunction seriesId, List<Segment> into) {
        bySlot.keySet().forEach(slot -> show(slot, seriesId.applyAsLong(slot), into));
        bySlot = new TreeMap<>();
        size = 0;
    }

    /** Adds the buckets of a series, each as a segment. */
    void show(int slot, long seriesId, List<Segment> into) {
        bySlot.getOrDefault(slot, Collections.emptyNavigableMap())
                .forEach((bucket, cell) -> into.add(new Segment(
                        seriesId,
                        bucket * PartitionFold.STEP_MS,
                        PartitionFold.STEP_MS,
                        cell.newestMs,
                        new int[] {cell.count},
                        new double[] {cell.sum},
                        new double[] {cell.min},
                        new double[] {cell.max},
                        new double[] {cell.last})));
    }
}
