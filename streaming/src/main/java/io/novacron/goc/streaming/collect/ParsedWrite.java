package io.novacron.goc.streaming.collect;

import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.Sources;
import java.time.Instant;

/**
 * What a remote-write request holds.
 *
 * @param batch the points that may enter
 * @param accepted samples that may enter, stale markers (which are no points) included
 * @param refused samples of series that break a rule; they are counted by reason
 */
record ParsedWrite(PointBatch batch, int accepted, int refused) {

    /** Reads one time series of a request; the reader ends where it does. */
    @FunctionalInterface
    interface TimeSeriesReader {
        void read(ProtobufReader in, Columns columns, Dropped dropped);
    }

    /** Reads a whole request, whose time series are the fields with this tag. */
    static ParsedWrite read(
            byte[] request,
            int timeSeries,
            TimeSeriesReader reader,
            Sources sources,
            String source,
            Instant acceptedAt) {
        ProtobufReader in = new ProtobufReader(request);
        Columns columns = new Columns();
        Dropped dropped = new Dropped(sources, source);
        while (in.hasMore()) {
            int tag = in.tag();
            if (tag == timeSeries) {
                int outer = in.enter();
                reader.read(in, columns, dropped);
                in.leave(outer);
            } else {
                in.skip(tag);
            }
        }
        dropped.tell();
        return new ParsedWrite(columns.batch(source, acceptedAt), columns.accepted(), columns.refused());
    }
}
