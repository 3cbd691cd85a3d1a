package io.novacron.goc.streaming.collect;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.Sources;
import io.novacron.goc.telemetry.TelemetrySink;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Prometheus remote write 1.0 and 2.0, told apart by the content type. The sender is told 204 only after the broker has
 * acknowledged. Senders drop for good what is answered with 4xx, and keep what is answered with 503: so pressure is
 * always a 503.
 */
@RestController
final class RemoteWriteController {

    private static final String MEDIA = "application/x-protobuf";
    private static final String WRITTEN = "X-Prometheus-Remote-Write-%s-Written";

    private final Delivery delivery;
    private final Clock clock;
    private final RemoteWriteParser version1;
    private final RemoteWrite2Parser version2;
    private final Turnstile turnstile;
    private final Buffers buffers = new Buffers(Turnstile.BODIES_MOST);

    RemoteWriteController(
            TelemetrySink sink,
            SeriesCatalog catalog,
            NewSeries series,
            Sources sources,
            Clock clock,
            Turnstile turnstile) {
        this.delivery = new Delivery(sink, sources);
        this.clock = clock;
        this.turnstile = turnstile;
        KnownSeries known = new KnownSeries(catalog, series, sources);
        this.version1 = new RemoteWriteParser(known);
        this.version2 = new RemoteWrite2Parser(known);
    }

    /**
     * Takes a snappy-compressed {@code prometheus.WriteRequest} or {@code io.prometheus.write.v2.Request}. The second
     * is answered with how much of it was written, and with 400 when a part of it never will be; the rest is written
     * then.
     *
     * @throws OperationsException UNSUPPORTED_MEDIA, TOO_LARGE or INVALID_INPUT when it will never be taken; OVERLOADED
     *     or BROKER_UNAVAILABLE when it should be sent again
     */
    @PostMapping("/api/v1/write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void write(
            HttpServletRequest request,
            HttpServletResponse response,
            Principal sender,
            @RequestHeader(name = "Content-Type", defaultValue = "") String contentType,
            @RequestHeader(name = "Content-Encoding", defaultValue = "") String encoding,
            @RequestHeader(name = "User-Agent", defaultValue = "unknown") String userAgent)
            throws IOException {
        String source = family(userAgent) + ":" + sender.getName();
        boolean isVersion2;
        ParsedWrite write;
        int outOfTime;
        try {
            isVersion2 = isVersion2(contentType);
            requireSnappy(encoding);
            write = read(request, source, isVersion2);
            outOfTime = delivery.acknowledged(write.batch());
        } catch (OperationsException e) {
            throw delivery.refused(source, e);
        }
        if (isVersion2) {
            answer(response, write, outOfTime);
        }
    }

    private static void answer(HttpServletResponse response, ParsedWrite write, int outOfTime) {
        int written = write.accepted() - outOfTime;
        int leftOut = write.refused() + outOfTime;
        response.setIntHeader(WRITTEN.formatted("Samples"), written);
        response.setIntHeader(WRITTEN.formatted("Histograms"), 0);
        response.setIntHeader(WRITTEN.formatted("Exemplars"), 0);
        if (leftOut > 0) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "%d of %d samples break a rule and were left out; the page of sources says which and why"
                            .formatted(leftOut, leftOut + written));
        }
    }

    /** Reads the points; only so many bodies are held at once. */
    private ParsedWrite read(HttpServletRequest request, String source, boolean isVersion2) throws IOException {
        return turnstile.pass(() -> {
            byte[] body = Turnstile.body(request);
            byte[] decoded = buffers.take(Snappy.decodedLength(body));
            try {
                ProtobufReader protobuf = new ProtobufReader(decoded, 0, Snappy.decode(body, decoded));
                return isVersion2
                        ? version2.parse(protobuf, source, clock.instant())
                        : version1.parse(protobuf, source, clock.instant());
            } finally {
                buffers.giveBack(decoded);
            }
        });
    }

    private static boolean isVersion2(String contentType) {
        String type = contentType.replace(" ", "").toLowerCase(Locale.ROOT);
        return switch (type) {
            case MEDIA, MEDIA + ";proto=prometheus.writerequest" -> false;
            case MEDIA + ";proto=io.prometheus.write.v2.request" -> true;
            default ->
                throw new OperationsException(
                        ErrorCode.UNSUPPORTED_MEDIA,
                        "content type '%s' is not spoken here; send remote write 1.0 or 2.0 as application/x-protobuf"
                                .formatted(contentType));
        };
    }

    private static void requireSnappy(String encoding) {
        if (!encoding.equalsIgnoreCase("snappy")) {
            throw new OperationsException(
                    ErrorCode.UNSUPPORTED_MEDIA,
                    "content encoding '%s' is not spoken here; send snappy blocks".formatted(encoding));
        }
    }

    /** The sender's kind: the first word of its User-Agent, for example {@code prometheus}. */
    private static String family(@Nullable String userAgent) {
        String word = String.valueOf(userAgent)
                .split("[/ ]", 2)[0]
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9-]", "");
        return word.isEmpty() ? "unknown" : word.substring(0, Math.min(20, word.length()));
    }
}
