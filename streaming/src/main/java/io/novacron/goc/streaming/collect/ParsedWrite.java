package io.novacron.goc.streaming.collect;

import io.novacron.goc.telemetry.PointBatch;

/**
 * What a remote-write request holds.
 *
 * @param batch the points that may enter
 * @param accepted samples that may enter, stale markers (which are no points) included
 * @param refused samples of series that break a rule; they are counted by reason
 */
record ParsedWrite(PointBatch batch, int accepted, int refused) {

    /** Reads a whole request, whose time series are the fields with this tag. */
    static ParsedWrite read(ProtobufReader in, int timeSeries, TimeSeriesReader reader, KnownSeries.Lookup lookup) {
        Columns columns = new Columns();
        Dropped dropped = new Dropped(lookup);
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
        columns.resolve(lookup, reader, dropped);
        dropped.tell();
        return new ParsedWrite(
                columns.batch(lookup.source(), lookup.acceptedAt()), columns.accepted(), columns.refused());
    }
}
