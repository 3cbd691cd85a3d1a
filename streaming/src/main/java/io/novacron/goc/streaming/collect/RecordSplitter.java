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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Set<Long> announced = ConcurrentHashMap.newKeySet();

    /** @param producer random number of this process, so that its records can be told from others' */
    RecordSplitter(SeriesCatalog catalog, int partitions, long producer) {
        this.catalog = catalog;
        this.partitions = partitions;
        this.producer = producer;
    }

    /** A record and the partition it belongs to. */
    record Part(int partition, WireBatch batch) {}

    List<Part> split(PointBatch batch) {
        long[] bytes = new long[partitions];
        for (int index : batch.series()) {
            Series series = catalog.at(index);
            bytes[partition(series)] += BatchCodec.pointSize();
            if (!announced.contains(series.id())) {
                bytes[partition(series)] += BatchCodec.definitionSize(series.key());
            }
        }
        Columns[][] columns = new Columns[partitions][];
        for (int partition = 0; partition < partitions; partition++) {
            columns[partition] = new Columns[(int) (bytes[partition] / RECORD_BYTES_WANTED) + 1];
        }
        for (int i = 0; i < batch.size(); i++) {
            Series series = catalog.at(batch.series()[i]);
            Columns[] of = columns[partition(series)];
            int slice = (int) ((series.id() >>> 33) % of.length);
            Columns target = of[slice];
            if (target == null) {
                target = new Columns();
                of[slice] = target;
            }
            target.add(series, batch.timestampsMs()[i], batch.values()[i], !announced.contains(series.id()));
        }
        List<Part> parts = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            for (Columns slice : columns[partition]) {
                if (slice != null) {
                    parts.add(new Part(partition, wire(batch, slice)));
                }
            }
        }
        return parts;
    }

    /** The broker has the record: its series need not be defined again. */
    void announced(WireBatch record) {
        record.definitions().forEach(definition -> announced.add(definition.id()));
    }

    private int partition(Series series) {
        return Math.floorMod(series.id(), partitions);
    }

    private WireBatch wire(PointBatch batch, Columns columns) {
        return new WireBatch(
                batch.source(),
                producer,
                sequence.incrementAndGet(),
                batch.acceptedAt().toEpochMilli(),
                List.copyOf(columns.definitions.values()),
                Arrays.copyOf(columns.ids, columns.size),
                Arrays.copyOf(columns.times, columns.size),
                Arrays.copyOf(columns.values, columns.size));
    }

    /** The points of one record while they are gathered. */
    private static final class Columns {

        private final Map<Long, WireBatch.Definition> definitions = new LinkedHashMap<>();
        private long[] ids = new long[512];
        private long[] times = new long[512];
        private double[] values = new double[512];
        private int size;

        void add(Series series, long time, double value, boolean define) {
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, size * 2);
                times = Arrays.copyOf(times, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            if (define) {
                definitions.putIfAbsent(series.id(), new WireBatch.Definition(series.id(), series.key()));
            }
            ids[size] = series.id();
            times[size] = time;
            values[size] = value;
            size++;
        }
    }
}
