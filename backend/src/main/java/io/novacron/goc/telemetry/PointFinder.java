package io.novacron.goc.telemetry;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.telemetry.promql.Labels;
import io.novacron.goc.telemetry.promql.Matcher;
import io.novacron.goc.telemetry.promql.PointSource;
import io.novacron.goc.telemetry.promql.Points;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Finds points for queries: from memory at full resolution as far back as it is whole, from rollups before. A rollup
 * stands at the end of its bucket, for its last point.
 */
final class PointFinder implements PointSource {

    private static final long BUCKET_MS = 10_000;

    private final MetricSeries metrics;
    private final LiveWindow window;
    private final RollupReader rollups;
    private final QuerySettings settings;

    PointFinder(MetricSeries metrics, LiveWindow window, RollupReader rollups, QuerySettings settings) {
        this.metrics = metrics;
        this.window = window;
        this.rollups = rollups;
        this.settings = settings;
    }

    @Override
    public List<Points> find(List<Matcher> matchers, Span span) {
        List<Series> found = series(matchers);
        // Buckets up to here, points from here on.
        long seamMs = Math.ceilDiv(window.wholeSinceMs(), BUCKET_MS) * BUCKET_MS;
        if (span.fromMs() >= seamMs || found.isEmpty()) {
            return found.stream()
                    .map(series -> recent(series, new TimeSpan(span.fromMs(), span.untilMs())))
                    .filter(points -> points.timesMs().length > 0)
                    .toList();
        }
        TimeRange before = new TimeRange(
                Instant.ofEpochMilli(span.fromMs() - BUCKET_MS),
                Instant.ofEpochMilli(Math.min(seamMs, span.untilMs() + 1)));
        Map<Series, List<Rollup>> buckets = rollups.read(found, before);
        List<Points> all = new ArrayList<>(found.size());
        for (Series series : found) {
            Points joined = join(
                    buckets.getOrDefault(series, List.of()),
                    recent(series, new TimeSpan(seamMs, span.untilMs())),
                    span);
            if (joined.timesMs().length > 0) {
                all.add(joined);
            }
        }
        return all;
    }

    /**
     * The series that match.
     *
     * @throws OperationsException {@link ErrorCode#TOO_LARGE} when they are too many
     */
    List<Series> series(List<Matcher> matchers) {
        List<Series> found =
                metrics.matching(matchers).limit(settings.seriesMost() + 1L).toList();
        if (found.size() > settings.seriesMost()) {
            throw new OperationsException(
                    ErrorCode.TOO_LARGE,
                    "%s finds more than %,d series; name more labels, or raise goc.telemetry.query.series-most"
                            .formatted(matchers, settings.seriesMost()));
        }
        return found;
    }

    /** Whether the series had a point since then, as far as is known without asking the database. */
    boolean heardSince(Series series, Instant since) {
        long lastSeenMs = window.lastSeenMs(series.index());
        boolean mayBeForgotten = lastSeenMs == Long.MIN_VALUE && since.toEpochMilli() < window.wholeSinceMs();
        return lastSeenMs >= since.toEpochMilli() || mayBeForgotten;
    }

    private Points recent(Series series, TimeSpan span) {
        Samples samples = window.samples(series.index(), span);
        return new Points(labels(series.key()), samples.timestampsMs(), samples.values(), null);
    }

    static Labels labels(SeriesKey key) {
        List<Label> sorted = new ArrayList<>(key.labels().size() + 1);
        key.labels().stream().filter(label -> !label.value().isEmpty()).forEach(sorted::add);
        sorted.add(new Label(Labels.NAME, key.metric()));
        sorted.sort(null);
        String[] pairs = new String[2 * sorted.size()];
        for (int i = 0; i < sorted.size(); i++) {
            pairs[2 * i] = sorted.get(i).name();
            pairs[2 * i + 1] = sorted.get(i).value();
        }
        return Labels.ofSorted(pairs);
    }

    private static Points join(List<Rollup> buckets, Points recent, Span span) {
        int most = buckets.size() + recent.timesMs().length;
        long[] times = new long[most];
        double[] values = new double[most];
        Points.Buckets sums =
                new Points.Buckets(new double[most], new double[most], new double[most], new double[most]);
        int filled = 0;
        for (Rollup bucket : buckets) {
            long end = bucket.at().toEpochMilli() + BUCKET_MS - 1;
            if (end >= span.fromMs() && end <= span.untilMs()) {
                times[filled] = end;
                values[filled] = bucket.last();
                sums.counts()[filled] = bucket.count();
                sums.sums()[filled] = bucket.sum();
                sums.mins()[filled] = bucket.min();
                sums.maxs()[filled++] = bucket.max();
            }
        }
        for (int i = 0; i < recent.timesMs().length; i++) {
            double value = recent.values()[i];
            times[filled] = recent.timesMs()[i];
            values[filled] = value;
            sums.counts()[filled] = 1;
            sums.sums()[filled] = value;
            sums.mins()[filled] = value;
            sums.maxs()[filled++] = value;
        }
        return new Points(
                recent.labels(),
                Arrays.copyOf(times, filled),
                Arrays.copyOf(values, filled),
                new Points.Buckets(
                        Arrays.copyOf(sums.counts(), filled),
                        Arrays.copyOf(sums.sums(), filled),
                        Arrays.copyOf(sums.mins(), filled),
                        Arrays.copyOf(sums.maxs(), filled)));
    }
}
