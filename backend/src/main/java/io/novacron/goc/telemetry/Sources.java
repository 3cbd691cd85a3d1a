package io.novacron.goc.telemetry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Who sends telemetry, how much, and what was turned away and why. Bounded: at most {@value #SOURCES_MOST} sources. */
public final class Sources implements SeriesListener {

    private static final int SOURCES_MOST = 1_000;
    private static final Duration RATE_OVER = Duration.ofSeconds(10);
    private static final int SKEW_OVER = 16;

    private final Clock clock;
    private final Map<String, Source> sources = new ConcurrentHashMap<>();
    private final Map<String, Integer> series = new ConcurrentHashMap<>();

    public Sources(Clock clock) {
        this.clock = clock;
    }

    /**
     * What a source has done since this process started.
     *
     * @param pointsPerSecond over the last 10 s
     * @param series of its sender, through whichever door, that had a point within the last hour
     * @param clockSkew how far its clock is behind ours, the way here included; negative when it is ahead
     * @param rejected points turned away, by reason
     * @param examples for each reason, the series it last happened to
     */
    public record SourceStatus(
            String name,
            Instant firstSeen,
            Instant lastSeen,
            long points,
            double pointsPerSecond,
            int series,
            Duration clockSkew,
            Map<String, Long> rejected,
            Map<String, String> examples) {

        /** How it speaks, by the door it came through. */
        public String protocol() {
            return switch (name.substring(0, Math.max(0, name.indexOf(':')))) {
                case "" -> "inside";
                case "native" -> "native batch";
                case "otlp-http" -> "OTLP/HTTP";
                case "otlp-grpc" -> "OTLP/gRPC";
                case "scrape" -> "scrape";
                case "events" -> "CloudEvents";
                case "graphite" -> "Graphite";
                case "statsd" -> "StatsD";
                default -> "remote write";
            };
        }
    }

    /** Who sends, whichever door: what stands behind the first colon of a source's name. */
    public static String sender(String source) {
        return source.substring(source.indexOf(':') + 1);
    }

    @Override
    public void discovered(List<Series> news) {
        news.forEach(each -> series.merge(sender(each.source()), 1, Integer::sum));
    }

    /** Says how many series of each sender had a point lately; those that become known later are added. */
    void recount(Map<String, Integer> active) {
        series.replaceAll((sender, before) -> active.getOrDefault(sender, 0));
    }

    /** How many series of a sender had a point lately, or have become known since that was counted. */
    public int seriesOf(String sender) {
        return series.getOrDefault(sender, 0);
    }

    /**
     * Counts points that were taken.
     *
     * @param newestMs when the newest of them was measured, by the sender's clock, epoch milliseconds
     */
    public void accepted(String source, int points, long newestMs) {
        of(source).accepted(clock.instant(), points, newestMs);
    }

    public void rejected(String source, String reason, int points, String example) {
        of(source).rejected(clock.instant(), reason, points, example);
    }

    /** All sources by name. */
    public List<SourceStatus> all() {
        Instant now = clock.instant();
        return sources.values().stream()
                .map(source -> source.status(now, seriesOf(sender(source.name))))
                .sorted(Comparator.comparing(SourceStatus::name))
                .toList();
    }

    private Source of(String name) {
        String known = sources.containsKey(name) || sources.size() < SOURCES_MOST ? name : "others";
        return sources.computeIfAbsent(known, fresh -> new Source(fresh, clock.instant()));
    }

    /** The running counts of one source. */
    private static final class Source {

        private final String name;
        private final Instant firstSeen;
        private Instant lastSeen;
        private long points;
        private double skewMs = Double.NaN;
        private final Deque<long[]> seconds = new ArrayDeque<>();
        private final Map<String, Long> rejected = new TreeMap<>();
        private final Map<String, String> examples = new TreeMap<>();

        Source(String name, Instant firstSeen) {
            this.name = name;
            this.firstSeen = firstSeen;
            this.lastSeen = firstSeen;
        }

        synchronized void accepted(Instant now, int many, long newestMs) {
            lastSeen = now;
            points += many;
            double lateMs = (double) (now.toEpochMilli() - newestMs);
            skewMs = Double.isNaN(skewMs) ? lateMs : skewMs + (lateMs - skewMs) / SKEW_OVER;
            long[] second = seconds.peekLast();
            if (second == null || second[0] != now.getEpochSecond()) {
                seconds.addLast(new long[] {now.getEpochSecond(), many});
                while (seconds.size() > RATE_OVER.toSeconds() + 1) {
                    seconds.removeFirst();
                }
            } else {
                second[1] += many;
            }
        }

        synchronized void rejected(Instant now, String reason, int many, String example) {
            lastSeen = now;
            rejected.merge(reason, (long) many, Long::sum);
            examples.put(reason, example.length() > 200 ? example.substring(0, 200) + "…" : example);
        }

        synchronized SourceStatus status(Instant now, int knownSeries) {
            long recent = seconds.stream()
                    .filter(second -> second[0] >= now.getEpochSecond() - RATE_OVER.toSeconds()
                            && second[0] < now.getEpochSecond())
                    .mapToLong(second -> second[1])
                    .sum();
            return new SourceStatus(
                    name,
                    firstSeen,
                    lastSeen,
                    points,
                    (double) recent / RATE_OVER.toSeconds(),
                    knownSeries,
                    Duration.ofMillis(Double.isNaN(skewMs) ? 0 : Math.round(skewMs)),
                    Map.copyOf(rejected),
                    Map.copyOf(examples));
        }
    }
}
