package io.novacron.goc.streaming.collect;

import io.novacron.goc.kernel.OperationsException;
import java.io.ByteArrayOutputStream;
import java.time.Instant;

/**
 * Reads a Prometheus remote-write 1.0 request ({@code prometheus.WriteRequest}) by hand. A series that breaks a rule is
 * left out and counted; the others go on. Native histograms and exemplars have no home yet: they are counted as
 * dropped.
 */
final class RemoteWriteParser {

    private static final int TIME_SERIES = 1 << 3 | ProtobufReader.LENGTH;
    private static final int LABEL = 1 << 3 | ProtobufReader.LENGTH;
    private static final int SAMPLE = 2 << 3 | ProtobufReader.LENGTH;
    private static final int EXEMPLAR = 3 << 3 | ProtobufReader.LENGTH;
    private static final int HISTOGRAM = 4 << 3 | ProtobufReader.LENGTH;

    private final KnownSeries known;

    RemoteWriteParser(KnownSeries known) {
        this.known = known;
    }

    /** @throws OperationsException INVALID_INPUT when the bytes are no such request */
    ParsedWrite parse(ProtobufReader request, String source, Instant acceptedAt) {
        KnownSeries.Lookup lookup = known.lookup(source, acceptedAt);
        return ParsedWrite.read(request, TIME_SERIES, new Reader(request.bytes(), lookup), lookup);
    }

    /** The time series of one request. */
    private record Reader(byte[] request, KnownSeries.Lookup lookup) implements TimeSeriesReader {

        @Override
        public void read(ProtobufReader in, Columns columns, Dropped dropped) {
            int start = in.position();
            int labelsUntil = start;
            boolean together = true;
            int first = columns.size();
            while (in.hasMore()) {
                int field = in.position();
                int tag = in.tag();
                switch (tag) {
                    case LABEL -> {
                        together &= field == labelsUntil;
                        in.skip(tag);
                        labelsUntil = in.position();
                    }
                    case SAMPLE -> {
                        int outer = in.enter();
                        sample(in, columns);
                        in.leave(outer);
                    }
                    case EXEMPLAR -> {
                        dropped.exemplars++;
                        in.skip(tag);
                    }
                    case HISTOGRAM -> {
                        dropped.histograms++;
                        in.skip(tag);
                    }
                    default -> in.skip(tag);
                }
            }
            if (columns.size() > first) {
                columns.endRun(first, hash(start, labelsUntil, in.position(), together), start, in.position());
            }
        }

        private long hash(int from, int labelsUntil, int until, boolean together) {
            if (together) {
                return lookup.hash(request, from, labelsUntil);
            }
            ProtobufReader labels = labels(from, until);
            return lookup.hash(labels.bytes(), labels.position(), labels.end());
        }

        /** Senders write the labels of a series together; should one not, they are gathered. */
        @Override
        public ProtobufReader labels(int from, int until) {
            ByteArrayOutputStream gathered = new ByteArrayOutputStream();
            ProtobufReader again = new ProtobufReader(request, from, until);
            while (again.hasMore()) {
                int field = again.position();
                int tag = again.tag();
                again.skip(tag);
                if (tag == LABEL) {
                    gathered.write(request, field, again.position() - field);
                }
            }
            return new ProtobufReader(gathered.toByteArray());
        }
    }

    /** A sample is the same in both versions: a double and milliseconds. */
    static void sample(ProtobufReader in, Columns columns) {
        long bits = 0;
        long timestamp = 0;
        while (in.hasMore()) {
            int tag = in.tag();
            switch (tag) {
                case 1 << 3 | ProtobufReader.FIXED64 -> bits = in.fixed64();
                case 2 << 3 | ProtobufReader.VARINT -> timestamp = in.varint();
                default -> in.skip(tag);
            }
        }
        columns.add(timestamp, bits);
    }
}
