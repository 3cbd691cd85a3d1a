package io.novacron.goc.streaming.lines;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.streaming.collect.Delivery;
import io.novacron.goc.streaming.collect.NewSeries;
import io.novacron.goc.streaming.collect.Turnstile;
import io.novacron.goc.telemetry.Sources;
import io.novacron.goc.telemetry.TelemetrySink;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * CloudEvents in JSON, one or many at once: each counts in {@code cloudevents_total} by type and source, and numbers in
 * its data become gauges named by type and member. An event that comes again is known by its source and id.
 */
@RestController
@ConditionalOnProperty("goc.lines.cloud-events")
final class CloudEventsController {

    private static final String ONE = "application/cloudevents+json";
    private static final String MANY = "application/cloudevents-batch+json";
    private static final int KNOWN_MOST = 50_000;
    private static final int KINDS_MOST = 10_000;

    private final Delivery delivery;
    private final NewSeries known;
    private final Sources sources;
    private final Clock clock;
    private final Turnstile turnstile;
    private final Map<Kind, Long> totals = new HashMap<>();
    private final Map<Identity, Boolean> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Identity, Boolean> eldest) {
            return size() > KNOWN_MOST;
        }
    };

    /** What is counted apart. */
    private record Kind(String type, String source) {}

    /** What makes an event the same as another. */
    private record Identity(String source, String id) {}

    CloudEventsController(TelemetrySink sink, NewSeries known, Sources sources, Clock clock, Turnstile turnstile) {
        this.delivery = new Delivery(sink, sources);
        this.known = known;
        this.sources = sources;
        this.clock = clock;
        this.turnstile = turnstile;
    }

    /**
     * Takes events; the sender is told 204 only after the broker has acknowledged.
     *
     * @throws OperationsException UNSUPPORTED_MEDIA, TOO_LARGE or INVALID_INPUT when they will never be taken;
     *     OVERLOADED or BROKER_UNAVAILABLE when they should be sent again
     */
    @PostMapping("/api/v1/events")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(
            HttpServletRequest request,
            Principal sender,
            @RequestHeader(name = "Content-Type", defaultValue = "") String contentType)
            throws IOException {
        String source = "events:" + sender.getName();
        try {
            requireCloudEvents(contentType);
            List<CloudEvent> events = turnstile.pass(() -> CloudEvent.read(Turnstile.body(request), clock.instant()));
            delivery.acknowledged(points(events, source).take(clock.instant()));
            remember(events);
        } catch (OperationsException e) {
            throw delivery.refused(source, e);
        }
    }

    private static void requireCloudEvents(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!type.equals(ONE) && !type.equals(MANY)) {
            throw new OperationsException(
                    ErrorCode.UNSUPPORTED_MEDIA,
                    "content type '%s' is not spoken here; send %s or %s".formatted(contentType, ONE, MANY));
        }
    }

    private synchronized LinePoints points(List<CloudEvent> events, String source) {
        LinePoints points = new LinePoints(known, sources, source);
        for (CloudEvent event : events) {
            Kind kind = new Kind(event.type(), event.source());
            boolean again = seen.containsKey(new Identity(event.source(), event.id()));
            if (!totals.containsKey(kind) && totals.size() >= KINDS_MOST) {
                points.refuse("too_many_kinds", event.type());
                continue;
            }
            long total = again ? totals.getOrDefault(kind, 0L) : totals.merge(kind, 1L, Long::sum);
            Map<String, String> labels = new TreeMap<>(Map.of("type", event.type(), "source", event.source()));
            points.add("cloudevents_total", labels, clock.millis(), (double) total);
            Map<String, String> of = new TreeMap<>(Map.of("source", event.source()));
            if (!event.subject().isEmpty()) {
                of.put("subject", event.subject());
            }
            event.numbers()
                    .forEach((name, value) ->
                            points.add(event.type() + "_" + name, of, event.at().toEpochMilli(), value));
        }
        return points;
    }

    private synchronized void remember(List<CloudEvent> events) {
        events.forEach(event -> seen.put(new Identity(event.source(), event.id()), Boolean.TRUE));
    }
}
