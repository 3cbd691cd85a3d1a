package io.novacron.goc.streaming.collect;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.SeriesKey;
import io.novacron.goc.telemetry.Sources;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The way by which senders make series known: each within its quotas, so that one with a mistake in its labels does not
 * fill the catalog for all. What is known goes on whatever the quota says.
 */
@Component
public final class NewSeries {

    private static final long MINUTE_MS = 60_000;

    private final SeriesCatalog catalog;
    private final Sources sources;
    private final AdmissionSettings settings;
    private final Clock clock;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    NewSeries(SeriesCatalog catalog, Sources sources, AdmissionSettings settings, Clock clock) {
        this.catalog = catalog;
        this.sources = sources;
        this.settings = settings;
        this.clock = clock;
    }

    /** How many series a sender made known in a minute. */
    private static final class Count {
        private long minute;
        private int inMinute;
    }

    /**
     * The series of a key, made known when there is room in the sender's quotas.
     *
     * @throws OperationsException {@link ErrorCode#OVERLOADED} when a quota or the catalog is full, INVALID_INPUT when
     *     the key breaks a rule
     */
    public Series resolve(SeriesKey key, String source) {
        Series known = catalog.find(key);
        if (known != null) {
            return known;
        }
        String sender = Sources.sender(source);
        Count count = counts.computeIfAbsent(sender, fresh -> new Count());
        synchronized (count) {
            int all = sources.seriesOf(sender);
            if (all >= settings.activeSeries()) {
                throw new OperationsException(
                        ErrorCode.OVERLOADED,
                        "%s has %d series that are alive, its quota; %s is refused; raise goc.admission.active-series"
                                .formatted(sender, all, key));
            }
            long minute = clock.millis() / MINUTE_MS;
            if (count.minute != minute) {
                count.minute = minute;
                count.inMinute = 0;
            }
            if (count.inMinute >= settings.newSeriesPerMinute()) {
                throw new OperationsException(
                        ErrorCode.OVERLOADED,
                        "%s has made %d series known in this minute, its quota; %s is refused; raise goc.admission.new-series-per-minute"
                                .formatted(sender, count.inMinute, key));
            }
            count.inMinute++;
        }
        return catalog.resolve(key, source);
    }
}
