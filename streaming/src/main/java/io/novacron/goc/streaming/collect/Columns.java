package io.novacron.goc.streaming.collect;

import io.novacron.goc.telemetry.PointBatch;
import java.time.Instant;
import java.util.Arrays;

/** The points of a request as they are read, in runs of one series each; the series are found when all are read. */
final class Columns {

    /** The bits of the NaN that marks a series as gone (Prometheus, {@code value.StaleNaN}). */
    private static final long STALE_MARKER = 0x7ff0_0000_0000_0002L;

    private int[] series = new int[1_024];
    private long[] times = new long[1_024];
    private long[] bits = new long[1_024];
    private int size;
    private int[] firsts = new int[256];
    private long[] hashes = new long[256];
    private int[] froms = new int[256];
    private int[] untils = new int[256];
    private int runs;
    private int accepted;
    private int refused;

    void add(long timeMs, long valueBits) {
        if (size == times.length) {
            series = Arrays.copyOf(series, size * 2);
            times = Arrays.copyOf(times, size * 2);
            bits = Arrays.copyOf(bits, size * 2);
        }
        times[size] = timeMs;
        bits[size] = valueBits;
        size++;
    }

    int size() {
        return size;
    }

    /**
     * Ends the run of samples that began at {@code first}: they belong to the series of which this is the hash.
     *
     * @param from where its message lies in the request, until {@code until}
     */
    void endRun(int first, long hash, int from, int until) {
        if (runs == hashes.length) {
            firsts = Arrays.copyOf(firsts, runs * 2);
            hashes = Arrays.copyOf(hashes, runs * 2);
            froms = Arrays.copyOf(froms, runs * 2);
            untils = Arrays.copyOf(untils, runs * 2);
        }
        firsts[runs] = first;
        hashes[runs] = hash;
        froms[runs] = from;
        untils[runs] = until;
        runs++;
    }

    /** Takes back the run that began at {@code first}: its series may not enter. */
    void refuseRun(int first) {
        refused += size - first;
        size = first;
    }

    /**
     * Finds the series of all runs. The look-ups stand in a loop of their own, so that the processor waits for many
     * distant cells of the table at once and not for one after another.
     */
    void resolve(KnownSeries.Lookup lookup, TimeSeriesReader reader, Dropped dropped) {
        int[] found = lookup.findAll(hashes, runs);
        int end = size;
        size = 0;
        for (int run = 0; run < runs; run++) {
            int first = firsts[run];
            int next = run + 1 < runs ? firsts[run + 1] : end;
            int index = found[run];
            if (index == HashedSeries.UNKNOWN) {
                index = lookup.resolve(hashes[run], reader.labels(froms[run], untils[run]), next - first);
            }
            if (index == KnownSeries.REFUSED) {
                refused += next - first;
            } else {
                accepted += next - first;
                dropped.stale(keep(first, next, index), index);
            }
        }
    }

    /** Keeps the samples of a run but for its stale markers, which are no points; returns how many those are. */
    private int keep(int first, int next, int index) {
        int before = size;
        for (int i = first; i < next; i++) {
            if (bits[i] != STALE_MARKER) {
                series[size] = index;
                times[size] = times[i];
                bits[size] = bits[i];
                size++;
            }
        }
        return next - first - (size - before);
    }

    /** Samples of series that may enter, stale markers included. */
    int accepted() {
        return accepted;
    }

    /** Samples of series that may not. */
    int refused() {
        return refused;
    }

    PointBatch batch(String source, Instant acceptedAt) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = Double.longBitsToDouble(bits[i]);
        }
        return new PointBatch(source, acceptedAt, Arrays.copyOf(series, size), Arrays.copyOf(times, size), values);
    }
}
