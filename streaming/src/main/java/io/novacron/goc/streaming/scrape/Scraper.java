package io.novacron.goc.streaming.scrape;

import io.novacron.goc.streaming.collect.NewSeries;
import io.novacron.goc.telemetry.Sources;
import io.novacron.goc.telemetry.TelemetrySink;
import io.novacron.goc.telemetry.TelemetrySource;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps a rhythm for every target: those that are new begin, those that are gone end. */
@Component
final class Scraper implements TelemetrySource {

    private static final Logger LOG = LoggerFactory.getLogger(Scraper.class);
    private static final int TARGETS_MOST = 10_000;

    private final ScrapeSettings settings;
    private final NewSeries known;
    private final Sources sources;
    private final Clock clock;
    private final List<Target> configured;
    private final @Nullable TargetFile file;
    private final Map<Target, ScheduledFuture<?>> running = new HashMap<>();
    private @Nullable ScheduledExecutorService rhythm;
    private @Nullable ExecutorService fetches;
    private @Nullable HttpClient http;

    Scraper(ScrapeSettings settings, NewSeries known, Sources sources, Clock clock) {
        this.settings = settings;
        this.known = known;
        this.sources = sources;
        this.clock = clock;
        this.configured = settings.targets().stream()
                .map(target -> Target.of(target, Map.of(), settings.job()))
                .toList();
        this.file = settings.file() == null ? null : new TargetFile(settings.file(), settings.job());
    }

    @Override
    public String name() {
        return "scrape";
    }

    @Override
    public synchronized void start(TelemetrySink sink) {
        if (configured.isEmpty() && file == null) {
            return;
        }
        ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("scrape").factory());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        rhythm = beat;
        fetches = threads;
        http = client;
        long everyMs = settings.interval().toMillis();
        beat.scheduleWithFixedDelay(
                () -> follow(
                        beat, threads, target -> new Scrape(target, settings, known, sources, sink, clock, client)),
                0,
                everyMs,
                TimeUnit.MILLISECONDS);
    }

    /** Makes a scrape of a target. */
    private interface Making {
        Scrape of(Target target);
    }

    private synchronized void follow(ScheduledExecutorService beat, ExecutorService threads, Making making) {
        Set<Target> wanted = new HashSet<>(configured);
        TargetFile list = file;
        if (list != null) {
            wanted.addAll(list.read());
        }
        running.entrySet().removeIf(entry -> {
            boolean gone = !wanted.contains(entry.getKey());
            if (gone) {
                entry.getValue().cancel(false);
            }
            return gone;
        });
        for (Target target : wanted) {
            if (!running.containsKey(target) && running.size() < TARGETS_MOST) {
                running.put(target, begin(making.of(target), beat, threads));
            }
        }
    }

    private ScheduledFuture<?> begin(Scrape scrape, ScheduledExecutorService beat, ExecutorService threads) {
        long everyMs = settings.interval().toMillis();
        long offsetMs = Math.floorMod(scrape.target().hashCode() * 2_654_435_761L, everyMs);
        Future<?>[] last = new Future<?>[1];
        return beat.scheduleAtFixedRate(
                () -> {
                    // One that still waits for its target is not asked again meanwhile.
                    Future<?> before = last[0];
                    if (before == null || before.isDone()) {
                        last[0] = threads.submit(() -> run(scrape));
                    }
                },
                offsetMs,
                everyMs,
                TimeUnit.MILLISECONDS);
    }

    private static void run(Scrape scrape) {
        try {
            scrape.run();
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("target", scrape.target().address())
                    .setCause(e)
                    .log("a scrape failed");
        }
    }

    @Override
    public synchronized void close() {
        ScheduledExecutorService beat = rhythm;
        if (beat != null) {
            beat.shutdownNow();
        }
        ExecutorService threads = fetches;
        if (threads != null) {
            threads.shutdownNow();
        }
        HttpClient client = http;
        if (client != null) {
            client.shutdownNow();
        }
    }
}
