package io.novacron.goc.streaming.scrape;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.streaming.collect.Delivery;
import io.novacron.goc.streaming.collect.NewSeries;
import io.novacron.goc.telemetry.Label;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.SeriesKey;
import io.novacron.goc.telemetry.Sources;
import io.novacron.goc.telemetry.TelemetrySink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Fetches one target, again and again. Beside its samples there are always {@code up}, {@code scrape_duration_seconds}
 * and {@code scrape_samples_scraped}, so that a target that does not answer is seen to be down.
 */
final class Scrape {

    private static final String ACCEPT = "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5";
    private static final int SERIES_KEPT_MOST = 100_000;

    private final Target target;
    private final ScrapeSettings settings;
    private final NewSeries known;
    private final Sources sources;
    private final Delivery delivery;
    private final Clock clock;
    private final HttpClient http;
    private final String source;
    private final Map<Exposed, Integer> indexes = new HashMap<>();

    /** What tells a series of the target from its others, as the target writes it. */
    private record Exposed(String metric, List<String> labels) {}

    Scrape(
            Target target,
            ScrapeSettings settings,
            NewSeries known,
            Sources sources,
            TelemetrySink sink,
            Clock clock,
            HttpClient http) {
        this.target = target;
        this.settings = settings;
        this.known = known;
        this.sources = sources;
        this.delivery = new Delivery(sink, sources);
        this.clock = clock;
        this.http = http;
        this.source = "scrape:" + target.labels().get("job");
    }

    Target target() {
        return target;
    }

    /** Fetches once, and waits until the broker has what came. */
    void run() {
        Instant start = clock.instant();
        List<Exposition.Sample> samples = List.of();
        boolean up = false;
        try {
            samples = fetch();
            up = true;
        } catch (OperationsException e) {
            sources.rejected(source, "scrape_failed", 1, target.address() + ": " + e.explanation());
        }
        double seconds = Duration.between(start, clock.instant()).toNanos() / 1e9;
        Columns columns = new Columns(samples.size() + 3, start.toEpochMilli());
        for (Exposition.Sample sample : samples) {
            int index = index(sample);
            if (index >= 0) {
                columns.add(index, sample.hasTime() ? sample.timeMs() : start.toEpochMilli(), sample.value());
            }
        }
        own(columns, "up", up ? 1 : 0);
        own(columns, "scrape_duration_seconds", seconds);
        own(columns, "scrape_samples_scraped", samples.size());
        delivery.acknowledgedOrCounted(columns.batch(source, start));
    }

    private List<Exposition.Sample> fetch() {
        HttpRequest request = HttpRequest.newBuilder(target.address())
                .header("Accept", ACCEPT)
                .header("Accept-Encoding", "gzip")
                .header(
                        "X-Prometheus-Scrape-Timeout-Seconds",
                        Double.toString(settings.timeout().toMillis() / 1e3))
                .timeout(settings.timeout())
                .GET()
                .build();
        try {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new OperationsException(
                            ErrorCode.INVALID_INPUT, "the target answers %d".formatted(answer.statusCode()));
                }
                byte[] content = bounded(body);
                if (answer.headers().firstValue("Content-Encoding").orElse("").equalsIgnoreCase("gzip")) {
                    try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(content))) {
                        content = bounded(unpacked);
                    }
                }
                boolean openMetrics = answer.headers()
                        .firstValue("Content-Type")
                        .orElse("")
                        .startsWith("application/openmetrics-text");
                return Exposition.read(
                        new String(content, StandardCharsets.UTF_8), openMetrics, settings.samplesMost());
            }
        } catch (IOException e) {
            throw new OperationsException(ErrorCode.INVALID_INPUT, "the target does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationsException(ErrorCode.OVERLOADED, "interrupted while a target was asked", e);
        }
    }

    private byte[] bounded(InputStream in) throws IOException {
        int most = Math.toIntExact(settings.bodyMost().toBytes());
        byte[] content = in.readNBytes(most + 1);
        if (content.length > most) {
            throw new OperationsException(
                    ErrorCode.TOO_LARGE,
                    "the target answers more than %d bytes; raise goc.scrape.body-most".formatted(most));
        }
        return content;
    }

    private void own(Columns columns, String metric, double value) {
        int index = index(new Exposition.Sample(metric, List.of(), value, columns.nowMs()));
        if (index >= 0) {
            columns.add(index, columns.nowMs(), value);
        }
    }

    /** The index of a series, or -1 when it may not enter, which is counted. */
    private int index(Exposition.Sample sample) {
        Exposed exposed = new Exposed(sample.metric(), sample.labels());
        Integer kept = indexes.get(exposed);
        if (kept != null) {
            return kept;
        }
        try {
            int index = known.resolve(key(exposed), source).index();
            if (indexes.size() < SERIES_KEPT_MOST) {
                indexes.put(exposed, index);
            }
            return index;
        } catch (OperationsException e) {
            sources.rejected(source, e.code().name().toLowerCase(Locale.ROOT), 1, e.explanation());
            return -1;
        }
    }

    /** Labels of the target stand above those of a sample, which are kept under another name. */
    private SeriesKey key(Exposed exposed) {
        List<Label> labels = new ArrayList<>();
        target.labels().forEach((name, value) -> labels.add(new Label(name, value)));
        for (int i = 0; i < exposed.labels().size(); i += 2) {
            String name = exposed.labels().get(i);
            String value = exposed.labels().get(i + 1);
            if (!value.isEmpty()) {
                labels.add(new Label(target.labels().containsKey(name) ? "exported_" + name : name, value));
            }
        }
        return new SeriesKey(exposed.metric(), labels);
    }

    /** The points of one fetch. */
    private static final class Columns {

        private final int[] series;
        private final long[] times;
        private final double[] values;
        private final long nowMs;
        private int size;

        Columns(int most, long nowMs) {
            series = new int[most];
            times = new long[most];
            values = new double[most];
            this.nowMs = nowMs;
        }

        long nowMs() {
            return nowMs;
        }

        void add(int index, long timeMs, double value) {
            series[size] = index;
            times[size] = timeMs;
            values[size++] = value;
        }

        PointBatch batch(String source, Instant acceptedAt) {
            return new PointBatch(
                    source,
                    acceptedAt,
                    Arrays.copyOf(series, size),
                    Arrays.copyOf(times, size),
                    Arrays.copyOf(values, size));
        }
    }
}
