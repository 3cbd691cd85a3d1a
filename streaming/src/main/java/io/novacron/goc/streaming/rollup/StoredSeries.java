package io.novacron.goc.streaming.rollup;

import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Ticker;
import io.novacron.goc.telemetry.RollupStore;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.SeriesKey;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A sender announces a series once. Of what another reader stored meanwhile only the database knows, and who takes over
 * its partitions must learn it there.
 */
final class StoredSeries {

    private static final Logger LOG = LoggerFactory.getLogger(StoredSeries.class);

    /** Clocks differ, and what was being stored at the last look was not seen. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private final RollupStore store;
    private final SeriesCatalog catalog;
    private final Ticker ticker;
    private long learntAtNanos;

    /** The catalog has just been filled. */
    StoredSeries(RollupStore store, SeriesCatalog catalog, Ticker ticker) {
        this.store = store;
        this.catalog = catalog;
        this.ticker = ticker;
        this.learntAtNanos = ticker.nanos();
    }

    /** Takes over the series that were stored since the last time. */
    void learn() {
        long now = ticker.nanos();
        store.seriesOfLast(Duration.ofNanos(now - learntAtNanos).plus(OVERLAP)).forEach(this::learn);
        learntAtNanos = now;
    }

    private void learn(SeriesKey key, String source) {
        try {
            catalog.resolve(key, source);
        } catch (OperationsException e) {
            LOG.atDebug()
                    .addKeyValue("series", key)
                    .addKeyValue("reason", e.explanation())
                    .log("a stored series could not be learnt; its points are left out");
        }
    }
}
