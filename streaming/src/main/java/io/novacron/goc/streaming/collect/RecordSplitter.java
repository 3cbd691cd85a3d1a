package io.novacron.goc.streaming.collect;

import io.novacron.goc.streaming.wire.BatchCodec;
import io.novacron.goc.streaming.wire.WireBatch;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.telemetry.SeriesCatalog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Splits a batch into records: by partition, and within one so that a record stays small. The points of a series never
 * fall into two records: if only the later one were acknowledged, the earlier would come again too late to be in order.
 */
final class RecordSplitter {

    private static final int RECORD_BYTES_WANTED = 192 << 10;

    private final SeriesCatalog catalog;
    private final int partitions;
    private final long producer;
    private final AtomicLong sequence = new AtomicLong();
    private final Announced announced = new Announced();

    /** @param producer random number of this process, so that its records can be told from others' */
    RecordSplitter(SeriesCatalog catalog, int partitions, long producer) {
        this.catalog = catalog;
        this.partitions = partitions;
        this.producer = producer;
    }

    /** A record, the partition it belongs to, and the indexes of the series that it defines. */
    record Part(int partition, WireBatch batch, int[] defines) {}

    List<Part> split(PointBatch batch) {
        int size = batch.size();
        int[] series = batch.series();
        long[] ids = new long[size];
        int[] points = new int[partitions];
        long[] bytes = new long[partitions];
        for (int i = 0; i < size; i++) {
            long id = catalog.idAt(series[i]);
            int partition = Math.floorMod(id, partitions);
            ids[i] = id;
            points[partition]++;
            bytes[partition] += BatchCodec.pointSize();
            if (!announced.contains(series[i])) {
                bytes[partition] +=
                        BatchCodec.definitionSize(catalog.at(series[i]).key());
            }
        }
        Columns[][] columns = new Columns[partitions][];
        for (int partition = 0; partition < partitions; partition++) {
            int slices = (int) (bytes[partition] / RECORD_BYTES_WANTED) + 1;
            int pointsOfSlice = points[partition] / slices + 1;
            columns[partition] = new Columns[slices];
            Arrays.setAll(columns[partition], slice -> new Columns(pointsOfSlice));
        }
        for (int i = 0; i < size; i++) {
            Columns[] of = columns[Math.floorMod(ids[i], partitions)];
            Columns target = of.length == 1 ? of[0] : of[(int) ((ids[i] >>> 33) % of.length)];
            target.add(ids[i], batch.timestampsMs()[i], batch.values()[i]);
            if (!announced.contains(series[i])) {
                target.define(catalog.at(series[i]));
            }
        }
        return parts(batch, columns);
    }

    private List<Part> parts(PointBatch batch, Columns[][] columns) {
        List<Part> parts = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            for (Columns slice : columns[partition]) {
                if (slice.size > 0) {
                    parts.add(new Part(partition, wire(batch, slice), slice.defines()));
                }
            }
        }
        return parts;
    }

    /** The broker has the record: its series need not be defined again. */
    void announced(Part record) {
        if (record.defines().length > 0) {
            announced.add(record.defines());
        }
    }

    private WireBatch wire(PointBatch batch, Columns columns) {
        return new WireBatch(
                batch.source(),
                producer,
                sequence.incrementAndGet(),
                batch.acceptedAt().toEpochMilli(),
                columns.definitions(),
                Arrays.copyOf(columns.ids, columns.size),
                Arrays.copyOf(columns.times, columns.size),
                Arrays.copyOf(columns.values, columns.size));
    }

    /** The points of one record while they are gathered. */
    private static final class Columns {

        private final Map<Integer, Series> fresh = new LinkedHashMap<>();
        private long[] ids;
        private long[] times;
        private double[] values;
        private int size;

        Columns(int points) {
            ids = new long[points];
            times = new long[points];
            values = new double[points];
        }

        void add(long id, long time, double value) {
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, size * 2);
                times = Arrays.copyOf(times, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            ids[size] = id;
            times[size] = time;
            values[size] = value;
            size++;
        }

        void define(Series series) {
            fresh.putIfAbsent(series.index(), series);
        }

        List<WireBatch.Definition> definitions() {
            return fresh.values().stream()
                    .map(series -> new WireBatch.Definition(series.id(), series.key()))
                    .toList();
        }

        int[] defines() {
            return fresh.keySet().stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /** A set of series, by a bit each; who reads while another adds may miss the newest, and defines them once more. */
    private static final class Announced {

        private volatile long[] words = new long[1_024];

        boolean contains(int index) {
            long[] all = words;
            int word = index >>> 6;
            return word < all.length && (all[word] >>> index & 1) != 0;
        }

        synchronized void add(int[] indexes) {
            long[] all = words;
            for (int index : indexes) {
                int word = index >>> 6;
                if (word >= all.length) {
                    all = Arrays.copyOf(all, Math.max(all.length * 2, word + 1));
                }
                all[word] |= 1L << index;
            }
            words = all;
        }
    }
}
