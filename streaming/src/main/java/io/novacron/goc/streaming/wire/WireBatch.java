package io.novacron.goc.streaming.wire;

import io.novacron.goc.telemetry.SeriesKey;
import java.util.List;

/**
 * A batch as it travels.
 *
 * @param producer random number of the process that sent it
 * @param sequence rises by one with each batch of that producer
 * @param acceptedAtMs when the sender was told yes, epoch milliseconds
 * @param definitions series of this batch that its producer has not announced before
 * @param ids series id of each point
 * @param timestampsMs time of each point, within 24 days of the first
 */
public record WireBatch(
        String source,
        long producer,
        long sequence,
        long acceptedAtMs,
        List<Definition> definitions,
        long[] ids,
        long[] timestampsMs,
        double[] values) {

    /** The id of a series and what it stands for. */
    public record Definition(long id, SeriesKey key) {}
}
