package io.novacron.goc.streaming.collect;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import java.time.Instant;
import java.util.Arrays;

/**
 * Reads a Prometheus remote-write 2.0 request ({@code io.prometheus.write.v2.Request}) by hand: texts stand once in a
 * table of symbols, labels are pairs of places in it. Otherwise as {@link RemoteWriteParser}; metadata is passed over.
 */
final class RemoteWrite2Parser {

    private static final int SYMBOL = 4 << 3 | ProtobufReader.LENGTH;
    private static final int TIME_SERIES = 5 << 3 | ProtobufReader.LENGTH;
    private static final int REFERENCES = 1 << 3 | ProtobufReader.LENGTH;
    private static final int REFERENCE = 1 << 3 | ProtobufReader.VARINT;
    private static final int SAMPLE = 2 << 3 | ProtobufReader.LENGTH;
    private static final int HISTOGRAM = 3 << 3 | ProtobufReader.LENGTH;
    private static final int EXEMPLAR = 4 << 3 | ProtobufReader.LENGTH;

    /** An empty symbol takes two bytes of a request and eight of memory. */
    private static final int SYMBOLS_MOST = 1_000_000;

    private final KnownSeries known;

    RemoteWrite2Parser(KnownSeries known) {
        this.known = known;
    }

    /** @throws OperationsException INVALID_INPUT when the bytes are no such request; TOO_LARGE for too many symbols */
    ParsedWrite parse(ProtobufReader request, String source, Instant acceptedAt) {
        LabelWriter labels = new LabelWriter(Symbols.of(request.fromHere()));
        KnownSeries.Lookup lookup = known.lookup(source, acceptedAt);
        return ParsedWrite.read(request, TIME_SERIES, new Reader(request.bytes(), labels, lookup), lookup);
    }

    /** The time series of one request. */
    private record Reader(byte[] request, LabelWriter labels, KnownSeries.Lookup lookup) implements TimeSeriesReader {

        @Override
        public void read(ProtobufReader in, Columns columns, Dropped dropped) {
            int start = in.position();
            int first = columns.size();
            labels.clear();
            while (in.hasMore()) {
                int tag = in.tag();
                switch (tag) {
                    case REFERENCES, REFERENCE -> references(in, tag);
                    case SAMPLE -> {
                        int outer = in.enter();
                        RemoteWriteParser.sample(in, columns);
                        in.leave(outer);
                    }
                    case HISTOGRAM -> {
                        dropped.histograms++;
                        in.skip(tag);
                    }
                    case EXEMPLAR -> {
                        dropped.exemplars++;
                        in.skip(tag);
                    }
                    default -> in.skip(tag);
                }
            }
            int samples = columns.size() - first;
            if (samples == 0) {
                return;
            }
            labels.finish();
            if (labels.tooLarge) {
                lookup.refuse("label_bytes", samples, "labels of more than %d bytes".formatted(LabelWriter.BYTES_MOST));
                columns.refuseRun(first);
            } else {
                columns.endRun(first, lookup.hash(labels.bytes, 0, labels.size), start, in.position());
            }
        }

        /** Packed as every sender writes them, or one after another. */
        private void references(ProtobufReader in, int tag) {
            if (tag == REFERENCE) {
                labels.add(in.varint());
                return;
            }
            int outer = in.enter();
            while (in.hasMore()) {
                labels.add(in.varint());
            }
            in.leave(outer);
        }

        @Override
        public ProtobufReader labels(int from, int until) {
            labels.clear();
            ProtobufReader again = new ProtobufReader(request, from, until);
            while (again.hasMore()) {
                int tag = again.tag();
                if (tag == REFERENCES || tag == REFERENCE) {
                    references(again, tag);
                } else {
                    again.skip(tag);
                }
            }
            return new ProtobufReader(labels.bytes, 0, labels.size);
        }
    }

    /** Where each text stands in the request. */
    private static final class Symbols {

        private final byte[] request;
        private int[] starts = new int[256];
        private int[] lengths = new int[256];
        private int size;

        private Symbols(byte[] request) {
            this.request = request;
        }

        static Symbols of(ProtobufReader in) {
            Symbols symbols = new Symbols(in.bytes());
            while (in.hasMore()) {
                int tag = in.tag();
                if (tag == SYMBOL) {
                    int length = in.length();
                    symbols.add(in.position(), length);
                    in.advance(length);
                } else {
                    in.skip(tag);
                }
            }
            if (symbols.size > 0 && symbols.lengths[0] != 0) {
                throw ProtobufReader.malformed("its first symbol is not the empty text");
            }
            return symbols;
        }

        private void add(int start, int length) {
            if (size == SYMBOLS_MOST) {
                throw new OperationsException(
                        ErrorCode.TOO_LARGE,
                        "the request has more than %d symbols; send smaller batches".formatted(SYMBOLS_MOST));
            }
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, size * 2);
                lengths = Arrays.copyOf(lengths, size * 2);
            }
            starts[size] = start;
            lengths[size] = length;
            size++;
        }
    }

    /** Writes the labels of one series after another as version 1.0 writes them, so that both find the same series. */
    private static final class LabelWriter {

        private static final int NAME = 1 << 3 | ProtobufReader.LENGTH;
        private static final int VALUE = 2 << 3 | ProtobufReader.LENGTH;
        private static final int NONE = -1;
        /** Tag and length of a label. */
        private static final int HEAD_MOST = 6;
        /** More than all labels that may enter take: a symbol referred to again and again must not fill the memory. */
        private static final int BYTES_MOST = 256 << 10;

        private final Symbols symbols;
        private byte[] bytes = new byte[1_024];
        private int size;
        private int name = NONE;
        private boolean tooLarge;

        LabelWriter(Symbols symbols) {
            this.symbols = symbols;
        }

        void clear() {
            size = 0;
            name = NONE;
            tooLarge = false;
        }

        /** Takes the place of a name, then that of its value. */
        void add(long reference) {
            if (reference < 0 || reference >= symbols.size) {
                throw ProtobufReader.malformed("a label refers to symbol %d of %d".formatted(reference, symbols.size));
            }
            if (name == NONE) {
                name = (int) reference;
            } else {
                label(name, (int) reference);
                name = NONE;
            }
        }

        void finish() {
            if (name != NONE) {
                throw ProtobufReader.malformed("a label has a name and no value");
            }
        }

        private void label(int nameAt, int valueAt) {
            int inner = field(symbols.lengths[nameAt]) + field(symbols.lengths[valueAt]);
            tooLarge |= (long) size + inner > BYTES_MOST;
            if (tooLarge) {
                return;
            }
            ensure(inner + HEAD_MOST);
            number(NAME);
            number(inner);
            text(NAME, nameAt);
            text(VALUE, valueAt);
        }

        private static int field(int length) {
            return 1 + bytesOf(length) + length;
        }

        private static int bytesOf(int number) {
            return (38 - Integer.numberOfLeadingZeros(number | 1)) / 7;
        }

        private void text(int tag, int at) {
            number(tag);
            number(symbols.lengths[at]);
            System.arraycopy(symbols.request, symbols.starts[at], bytes, size, symbols.lengths[at]);
            size += symbols.lengths[at];
        }

        private void number(int number) {
            int rest = number;
            while ((rest & ~0x7f) != 0) {
                bytes[size++] = (byte) (rest & 0x7f | 0x80);
                rest >>>= 7;
            }
            bytes[size++] = (byte) rest;
        }

        private void ensure(int more) {
            if (size + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
            }
        }
    }
}
