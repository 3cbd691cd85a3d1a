package io.novacron.goc.streaming.rollup;

import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.streaming.wire.WireBatch;
import io.novacron.goc.telemetry.Flush;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.telemetry.SeriesCatalog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A partition while it is ours: its open buckets, how far it was read, and how far the database knows. The reading
 * thread owns it; of the flush only the outcome comes from another thread.
 */
final class AssignedPartition {

    private static final Logger LOG = LoggerFactory.getLogger(AssignedPartition.class);

    private final String topic;
    private final int number;
    private final PartitionFold fold;
    private final SeriesCatalog catalog;
    private final LongToInt indexById = new LongToInt();
    private List<Series> definitions = new ArrayList<>();
    private long storedOffset;
    private long nextOffset;
    private long flushedAtNanos;
    private volatile FlushState flushState = FlushState.IDLE;

    /** Where the flush of a partition stands. */
    enum FlushState {
        IDLE,
        RUNNING,
        STORED,
        FENCED
    }

    AssignedPartition(String topic, int number, long offset, PartitionFold fold, SeriesCatalog catalog, long nowNanos) {
        this.topic = topic;
        this.number = number;
        this.fold = fold;
        this.catalog = catalog;
        this.storedOffset = offset;
        this.nextOffset = offset;
        this.flushedAtNanos = nowNanos;
    }

    /** Folds a batch that was read at the offset; points of series nobody defined are left out and counted. */
    PartitionFold.Outcome fold(WireBatch wire) {
        for (WireBatch.Definition definition : wire.definitions()) {
            define(definition, wire.source());
        }
        int size = wire.ids().length;
        int[] indexes = new int[size];
        long[] ids = new long[size];
        long[] times = new long[size];
        double[] values = new double[size];
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int index = index(wire.ids()[i]);
            if (index != LongToInt.ABSENT) {
                indexes[kept] = index;
                ids[kept] = wire.ids()[i];
                times[kept] = wire.timestampsMs()[i];
                values[kept] = wire.values()[i];
                kept++;
            }
        }
        PointBatch batch = new PointBatch(
                wire.source(),
                Instant.ofEpochMilli(wire.acceptedAtMs()),
                Arrays.copyOf(indexes, kept),
                Arrays.copyOf(times, kept),
                Arrays.copyOf(values, kept));
        return fold.fold(batch, ids, size - kept);
    }

    /** Learns a series, unless its id was made with another installation's secret or the catalog takes no more. */
    private void define(WireBatch.Definition definition, String source) {
        try {
            Series series = catalog.resolve(definition.key(), source);
            if (series.id() == definition.id()) {
                definitions.add(series);
                indexById.put(series.id(), series.index());
            }
        } catch (OperationsException e) {
            LOG.atDebug()
                    .addKeyValue("series", definition.key())
                    .addKeyValue("reason", e.explanation())
                    .log("a series could not be learnt; its points are left out");
        }
    }

    private int index(long id) {
        int index = indexById.get(id);
        if (index == LongToInt.ABSENT) {
            Series series = catalog.byId(id);
            if (series != null) {
                index = series.index();
                indexById.put(id, index);
            }
        }
        return index;
    }

    void read(long offset) {
        nextOffset = offset + 1;
    }

    boolean isFlushDue(long nowNanos, long everyNanos) {
        boolean due = nowNanos - flushedAtNanos >= everyNanos || fold.isFull();
        return due && flushState == FlushState.IDLE && nextOffset > storedOffset;
    }

    /** Takes what is open for storing; {@link #finish} must follow before the next. */
    Flush beginFlush(long nowMs, long nowNanos) {
        flushState = FlushState.RUNNING;
        flushedAtNanos = nowNanos;
        Flush flush = new Flush(topic, number, storedOffset, nextOffset, definitions, fold.take(nowMs));
        definitions = new ArrayList<>();
        return flush;
    }

    /** Called by the storing thread with what came of it. */
    void finish(boolean stored) {
        if (stored) {
            fold.stored();
        }
        flushState = stored ? FlushState.STORED : FlushState.FENCED;
    }

    /** Takes over the outcome of a flush; false when another owner has gone on with the partition. */
    boolean settle(Flush flush) {
        FlushState state = flushState;
        if (state == FlushState.STORED) {
            storedOffset = flush.nextOffset();
            flushState = FlushState.IDLE;
        }
        return state != FlushState.FENCED;
    }

    boolean isFlushing() {
        return flushState == FlushState.RUNNING;
    }

    boolean isFull() {
        return fold.isFull();
    }

    PartitionFold open() {
        return fold;
    }
}
