package io.novacron.goc.telemetry;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The points that came late, which the chunks cannot take: they only grow at their end. Bounded. */
final class LateStore {

    static final int POINTS_MOST = 500_000;

    private final Map<Integer, NavigableMap<Long, Double>> bySeries = new ConcurrentHashMap<>();
    private int size;

    boolean holds(int index, long timeMs) {
        NavigableMap<Long, Double> points = bySeries.get(index);
        return points != null && points.containsKey(timeMs);
    }

    boolean isFull() {
        return size >= POINTS_MOST;
    }

    void add(int index, long timeMs, double value) {
        bySeries.computeIfAbsent(index, fresh -> new TreeMap<>()).put(timeMs, value);
        size++;
    }

    /** The late points of a series in the span; none most of the time. */
    NavigableMap<Long, Double> points(int index, TimeSpan span) {
        NavigableMap<Long, Double> points = bySeries.get(index);
        return points == null
                ? new TreeMap<>()
                : new TreeMap<>(points.subMap(span.fromMs(), true, span.untilMs(), true));
    }

    void dropBefore(long cutMs) {
        bySeries.values().removeIf(points -> {
            NavigableMap<Long, Double> old = points.headMap(cutMs, false);
            size -= old.size();
            old.clear();
            return points.isEmpty();
        });
    }
}
