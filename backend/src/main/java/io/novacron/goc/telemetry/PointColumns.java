package io.novacron.goc.telemetry;

import io.novacron.goc.telemetry.promql.Labels;
import io.novacron.goc.telemetry.promql.Points;
import io.novacron.goc.telemetry.sketch.QuantileSketch;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Buckets of any width and single points of one series behind one another, oldest first. */
final class PointColumns {

    private static final int COLUMNS = 7;
    private static final int LAST = 0;
    private static final int COUNT = 1;
    private static final int SUM = 2;
    private static final int MIN = 3;
    private static final int MAX = 4;
    private static final int RISE = 5;
    private static final int RESETS = 6;

    private long[] times = new long[64];
    private final double[][] columns = new double[COLUMNS][64];
    private final Map<Long, QuantileSketch> sketches = new HashMap<>();
    private int size;

    /** What a bucket knows that single points or finer buckets do not: how a counter went on within it. */
    record Counted(double rise, double resets) {}

    /** Adds a bucket of which only the last value is known of a counter, as of a single point. */
    void add(long timeMs, Rollup bucket) {
        add(timeMs, bucket, sincePrevious(bucket.last()));
    }

    void add(long timeMs, Rollup bucket, Counted counted) {
        ensure();
        times[size] = timeMs;
        columns[LAST][size] = bucket.last();
        columns[COUNT][size] = bucket.count();
        columns[SUM][size] = bucket.sum();
        columns[MIN][size] = bucket.min();
        columns[MAX][size] = bucket.max();
        columns[RISE][size] = counted.rise();
        columns[RESETS][size] = counted.resets();
        size++;
    }

    void add(long timeMs, double value) {
        ensure();
        Counted counted = sincePrevious(value);
        times[size] = timeMs;
        columns[LAST][size] = value;
        columns[COUNT][size] = 1;
        columns[SUM][size] = value;
        columns[MIN][size] = value;
        columns[MAX][size] = value;
        columns[RISE][size] = counted.rise();
        columns[RESETS][size] = counted.resets();
        size++;
    }

    private Counted sincePrevious(double value) {
        if (size == 0) {
            return new Counted(0, 0);
        }
        double before = columns[LAST][size - 1];
        return value < before ? new Counted(value, 1) : new Counted(value - before, 0);
    }

    private void ensure() {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            Arrays.setAll(columns, column -> Arrays.copyOf(columns[column], size * 2));
        }
    }

    /** Adds the sketches of buckets of one width, by their start. */
    void add(Map<Long, QuantileSketch> byStart, long widthMs) {
        byStart.forEach((startMs, sketch) -> sketches.put(startMs + widthMs - 1, sketch));
    }

    Points build(Labels labels) {
        return new Points(
                labels,
                Arrays.copyOf(times, size),
                column(LAST),
                new Points.Buckets(
                        column(COUNT), column(SUM), column(MIN), column(MAX), column(RISE), column(RESETS), sketches));
    }

    private double[] column(int column) {
        return Arrays.copyOf(columns[column], size);
    }
}
