package io.novacron.goc.e2e.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.xerial.snappy.Snappy;

/** The body of a remote-write 1.0 request for a few series with many samples each. */
public final class HistoryBody {

    private final ProtobufWriter out = new ProtobufWriter();
    private int points;

    /**
     * Adds a series.
     *
     * @param namesAndValues its labels, sorted by name: name, value, name, value
     * @param timesMs rising
     * @param values one for each time; a NaN is left out
     */
    public HistoryBody add(List<String> namesAndValues, long[] timesMs, double[] values) {
        ProtobufWriter series = new ProtobufWriter();
        series.bytes(ProtobufWriter.labels(namesAndValues));
        for (int i = 0; i < timesMs.length; i++) {
            if (!Double.isNaN(values[i])) {
                ProtobufWriter sample = new ProtobufWriter();
                sample.number(1, values[i]);
                sample.whole(2, timesMs[i]);
                series.tag(2, sample.size());
                series.bytes(sample.toBytes());
                points++;
            }
        }
        out.tag(1, series.size());
        out.bytes(series.toBytes());
        return this;
    }

    /** How many samples it holds. */
    public int points() {
        return points;
    }

    /** The compressed body. */
    public byte[] encode() {
        try {
            return Snappy.compress(out.toBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
