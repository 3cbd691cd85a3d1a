package io.novacron.goc.analytics.stage;

import io.novacron.goc.analytics.detect.Detector;
import io.novacron.goc.analytics.detect.SameHourDetector;
import io.novacron.goc.intelligence.Baseline;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.Severity;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.telemetry.SeriesPlace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All detectors at all series. One thread at a time. */
final class Watchlist {

    private final AnalyticsSettings settings;
    private final Map<FindingKey, Watch> byKey = new HashMap<>();
    private final Set<Watch> raised = new LinkedHashSet<>();
    private final List<Watch> seasonal = new ArrayList<>();
    private @Nullable Watch[][] bySeries = new Watch[0][];

    Watchlist(AnalyticsSettings settings) {
        this.settings = settings;
    }

    void add(Series series) {
        Place place = series.key().label("vm") == null ? SeriesPlace.of(series.key()) : null;
        Indicator indicator = place == null ? null : Indicator.of(series.key().metric(), place);
        if (place == null || indicator == null) {
            return;
        }
        List<Watch> watches = new ArrayList<>(2);
        for (Detector detector : indicator.detectors(settings, place)) {
            Watch watch = new Watch(series, place, indicator, detector);
            // Two series may say the same of one place (a host scraped twice): the first speaks for it.
            if (byKey.putIfAbsent(watch.key(), watch) == null) {
                watches.add(watch);
                if (detector instanceof SameHourDetector) {
                    seasonal.add(watch);
                }
            }
        }
        if (series.index() >= bySeries.length) {
            bySeries = Arrays.copyOf(bySeries, Math.max(series.index() + 1, bySeries.length * 2));
        }
        bySeries[series.index()] = watches.toArray(Watch[]::new);
    }

    /** Feeds the batch to the detectors; returns whether one of them now says something graver than a warning. */
    boolean fold(PointBatch batch) {
        int[] series = batch.series();
        long[] times = batch.timestampsMs();
        double[] values = batch.values();
        boolean grave = false;
        for (int i = 0; i < series.length; i++) {
            Watch[] watches = series[i] < bySeries.length ? bySeries[series[i]] : null;
            if (watches == null) {
                continue;
            }
            for (Watch watch : watches) {
                if (watch.observe(times[i], values[i])) {
                    grave |= note(watch);
                }
            }
        }
        return grave;
    }

    private boolean note(Watch watch) {
        Severity severity = watch.opinion().severity();
        if (severity == null) {
            raised.remove(watch);
            return false;
        }
        raised.add(watch);
        return severity.worseThan(Severity.WARNING);
    }

    /** What the detectors hold to be wrong, widest places first, and a fixed limit before a deviation. */
    List<Signal> signals() {
        return raised.stream()
                .sorted((one, other) -> Integer.compare(rank(one), rank(other)))
                .map(Watchlist::signal)
                .toList();
    }

    private static int rank(Watch watch) {
        int width = watch.place.zone() == null ? 0 : watch.place.host() == null ? 1 : 2;
        return 2 * width + (watch.detector instanceof SameHourDetector ? 1 : 0);
    }

    private static Signal signal(Watch watch) {
        Severity severity = watch.opinion().severity();
        return new Signal(
                watch.key(),
                watch.indicator.cause(watch.detector),
                watch.series.key().toString(),
                watch.opinion().seen(),
                watch.opinion().expected(),
                watch.indicator.unit(),
                severity == null ? Severity.INFO : severity,
                Instant.ofEpochMilli(watch.opinion().sinceMs()),
                watch.explanation());
    }

    /** How long what the key names has been clean; 0 when it is not, or nobody watches it. */
    long cleanForMs(FindingKey key) {
        Watch watch = byKey.get(key);
        return watch == null ? 0 : watch.cleanForMs();
    }

    /** Series whose usual hours are learnt. */
    List<Series> seasonal() {
        return seasonal.stream().map(watch -> watch.series).distinct().toList();
    }

    void usual(Map<Long, Baseline> baselines) {
        for (Watch watch : seasonal) {
            if (watch.detector instanceof SameHourDetector detector) {
                detector.usual(baselines.get(watch.series.id()));
            }
        }
    }
}
