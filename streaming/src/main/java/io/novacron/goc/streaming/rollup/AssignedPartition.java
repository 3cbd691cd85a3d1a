package io.novacron.goc.streaming.rollup;

import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.streaming.wire.WireBatch;
import io.novacron.goc.telemetry.Flush;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.SketchSettings;
import java.util.ArrayList;
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
    private final SketchSettings sketched;
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

    AssignedPartition(
            String topic,
            int number,
            ReadingStart.At start,
            PartitionFold fold,
            SeriesCatalog catalog,
            SketchSettings sketched,
            long nowNanos) {
        this.sketched = sketched;
        this.topic = topic;
        this.number = number;
        this.fold = fold;
        this.catalog = catalog;
        this.storedOffset = start.storedOffset();
        this.nextOffset = start.readFrom();
        this.flushedAtNanos = nowNanos;
    }

    /** Folds a batch that was read at the offset; points of series nobody defined are left out and counted. */
    PartitionFold.Outcome fold(WireBatch wire) {
        for (WireBatch.Definition definition : wire.definitions()) {
            define(definition, wire.source());
        }
        long[] ids = wire.ids();
        int[] slots = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            int slot = fold.slot(ids[i]);
            slots[i] = slot == LongToInt.ABSENT ? newSlot(ids[i]) : slot;
        }
        return fold.fold(wire, slots);
    }

    private int newSlot(long id) {
        Series series = catalog.byId(id);
        if (series == null) {
            return LongToInt.ABSENT;
        }
        int slot = fold.addSlot(id, series.index());
        if (sketched.asks(series.key().metric())) {
            fold.sketch(slot);
        }
        return slot;
    }

    /** Learns a series, unless its id was made with another installation's secret or the catalog takes no more. */
    private void define(WireBatch.Definition definition, String source) {
        try {
            Series series = catalog.resolve(definition.key(), source);
            if (series.id() == definition.id()) {
                definitions.add(series);
            }
        } catch (OperationsException e) {
            LOG.atDebug()
                    .addKeyValue("series", definition.key())
                    .addKeyValue("reason", e.explanation())
                    .log("a series could not be learnt; its points are left out");
        }
    }

    void read(long offset) {
        nextOffset = offset + 1;
    }

    boolean isFlushDue(long nowNanos, long everyNanos) {
        boolean due = nowNanos - flushedAtNanos >= everyNanos || fold.isFull();
        // Late points that wait were read, but are not folded: storing the offset would lose them.
        return due && flushState == FlushState.IDLE && nextOffset != storedOffset && !fold.isWaiting();
    }

    /** Takes what is open for storing; {@link #finish} must follow before the next. */
    Flush beginFlush(long nowMs, long nowNanos) {
        flushState = FlushState.RUNNING;
        flushedAtNanos = nowNanos;
        Flush flush = new Flush(
                topic,
                number,
                storedOffset,
                nextOffset,
                definitions,
                fold.take(nowMs),
                fold.takeSketches(),
                fold.takeBackfill());
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
