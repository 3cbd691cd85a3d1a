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
public final class Sources {

    private static final int SOURCES_MOST = 1_000;
    private static final Duration RATE_OVER = Duration.ofSeconds(10);

    private final Clock clock;
    private final Map<String, Source> sources = new ConcurrentHashMap<>();

    public Sources(Clock clock) {
        this.clock = clock;
    }

    /**
     * What a source has done since this process started.
     *
     * @param pointsPerSecond over the last 10 s
     * @param rejected points turned away, by reason
     * @param examples for each reason, the series it last happened to
     */
    public record SourceStatus(
            String name,
            Instant firstSeen,
            Instant lastSeen,
            long points,
            double pointsPerSecond,
            Map<String, Long> rejected,
            Map<String, String> examples) {}

    public void accepted(String source, int points) {
        of(source).accepted(clock.instant(), points);
    }

    public void rejected(String source, String reason, int points, String example) {
        of(source).rejected(clock.instant(), reason, points, example);
    }

    /** All sources by name. */
    public List<SourceStatus> all() {
        Instant now = clock.instant();
        return sources.values().stream()
                .map(source -> source.status(now))
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
        private final Deque<long[]> seconds = new ArrayDeque<>();
        private final Map<String, Long> rejected = new TreeMap<>();
        private final Map<String, String> examples = new TreeMap<>();

        Source(String name, Instant firstSeen) {
            this.name = name;
            this.firstSeen = firstSeen;
            this.lastSeen = firstSeen;
        }

        synchronized void accepted(Instant now, int many) {
            lastSeen = now;
            points += many;
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

        synchronized SourceStatus status(Instant now) {
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
                    Map.copyOf(rejected),
                    Map.copyOf(examples));
        }
    }
}
