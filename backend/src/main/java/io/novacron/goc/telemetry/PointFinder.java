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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds points for queries: from memory at full resolution as far back as it is whole, from rollups before, as coarse
 * as the steps allow. A rollup stands at the end of its bucket, for its last point.
 */
final class PointFinder implements PointSource {

    private static final long BUCKET_MS = Tier.TEN_SECONDS.bucketMs();

    private final MetricSeries metrics;
    private final LiveWindow window;
    private final RollupReader rollups;
    private final TierReader tiers;
    private final QuerySettings settings;

    PointFinder(
            MetricSeries metrics, LiveWindow window, RollupReader rollups, TierReader tiers, QuerySettings settings) {
        this.metrics = metrics;
        this.window = window;
        this.rollups = rollups;
        this.tiers = tiers;
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
        Map<Long, PointColumns> columns = stored(found, span, Math.min(seamMs, span.untilMs() + 1));
        List<Points> all = new ArrayList<>(found.size());
        for (Series series : found) {
            PointColumns own = columns.computeIfAbsent(series.id(), fresh -> new PointColumns());
            Samples recent = window.samples(series.index(), new TimeSpan(seamMs, span.untilMs()));
            for (int i = 0; i < recent.size(); i++) {
                own.add(recent.timestampsMs()[i], recent.values()[i]);
            }
            Points points = own.build(labels(series.key()));
            if (points.timesMs().length > 0) {
                all.add(points);
            }
        }
        return all;
    }

    /** The buckets of all tiers whose end lies in the span, up to the seam, by series id. */
    private Map<Long, PointColumns> stored(List<Series> found, Span span, long seamMs) {
        TierReader.Seams seams = tiers.seams(span.stepMs());
        long hoursUntil = Math.min(seams.hoursUntilMs(), seamMs);
        long minutesUntil = Math.min(seams.minutesUntilMs(), seamMs);
        List<Long> ids = found.stream().map(Series::id).toList();
        Map<Long, PointColumns> columns = new HashMap<>();
        TimeSpan hours = ending(Tier.HOUR, span, Long.MIN_VALUE, hoursUntil);
        TimeSpan minutes = ending(Tier.MINUTE, span, hoursUntil, minutesUntil);
        tiers.read(Tier.HOUR, ids, hours, columns);
        tiers.read(Tier.MINUTE, ids, minutes, columns);
        TimeSpan fine = ending(Tier.TEN_SECONDS, span, minutesUntil, seamMs);
        if (fine.fromMs() <= fine.untilMs()) {
            TimeRange range =
                    new TimeRange(Instant.ofEpochMilli(fine.fromMs()), Instant.ofEpochMilli(fine.untilMs() + 1));
            rollups.read(found, range).forEach((series, buckets) -> {
                PointColumns own = columns.computeIfAbsent(series.id(), fresh -> new PointColumns());
                buckets.forEach(bucket -> own.add(bucket.at().toEpochMilli() + BUCKET_MS - 1, bucket));
            });
        }
        if (span.forQuantiles()) {
            tiers.readSketches(Tier.HOUR, ids, hours, columns);
            tiers.readSketches(Tier.MINUTE, ids, minutes, columns);
            tiers.readSketches(Tier.TEN_SECONDS, ids, fine, columns);
        }
        return columns;
    }

    /** When the buckets begin that end in the span and that this tier answers for. */
    private static TimeSpan ending(Tier tier, Span span, long fromMs, long untilMs) {
        long width = tier.bucketMs();
        return new TimeSpan(
                Math.max(fromMs, span.fromMs() - width + 1), Math.min(untilMs - 1, span.untilMs() - width + 1));
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
}
