package io.novacron.goc.streaming.collect;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.streaming.collect.NativeProducers.Producer;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.SeriesKey;
import io.novacron.goc.telemetry.Sources;
import io.novacron.goc.telemetry.TelemetrySink;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Native batches: columns of numbers, for agents of our own and for load. The sender is told 204 only after the broker
 * has acknowledged.
 */
@RestController
final class NativeController {

    private static final String MEDIA = "application/vnd.novacron.batch";

    private final Delivery delivery;
    private final NewSeries known;
    private final Sources sources;
    private final Clock clock;
    private final Turnstile turnstile;
    private final NativeProducers producers = new NativeProducers();

    NativeController(TelemetrySink sink, NewSeries known, Sources sources, Clock clock, Turnstile turnstile) {
        this.delivery = new Delivery(sink, sources);
        this.known = known;
        this.sources = sources;
        this.clock = clock;
        this.turnstile = turnstile;
    }

    /**
     * Takes a native batch. One that names a series this process does not know is answered with 409: send it again
     * with all its definitions.
     *
     * @throws OperationsException UNSUPPORTED_MEDIA, TOO_LARGE or INVALID_INPUT when it will never be taken; CONFLICT
     *     when definitions are missing; OVERLOADED or BROKER_UNAVAILABLE when it should be sent again
     */
    @PostMapping("/api/v1/batch")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(
            HttpServletRequest request,
            Principal sender,
            @RequestHeader(name = "Content-Type", defaultValue = "") String contentType)
            throws IOException {
        String source = "native:" + sender.getName();
        try {
            if (!contentType.equalsIgnoreCase(MEDIA)) {
                throw new OperationsException(
                        ErrorCode.UNSUPPORTED_MEDIA,
                        "content type '%s' is not spoken here; send %s".formatted(contentType, MEDIA));
            }
            NativeBatch batch = turnstile.pass(() -> NativeBatch.read(Turnstile.body(request)));
            Producer producer = producers.of(sender.getName(), batch.producer());
            if (!producer.wasAcknowledged(batch.sequence())) {
                delivery.acknowledged(points(batch, producer, source));
                producer.acknowledge(batch.sequence());
            }
        } catch (OperationsException e) {
            throw delivery.refused(source, e);
        }
    }

    private PointBatch points(NativeBatch batch, Producer producer, String source) {
        Set<Integer> notNow = define(batch.definitions(), producer, source);
        int[] numbers = producer.numbers();
        int[] series = batch.series();
        int refused = 0;
        for (int i = 0; i < series.length; i++) {
            int index = Producer.index(numbers, series[i]);
            if (index == Producer.UNDEFINED && notNow.contains(series[i])) {
                index = KnownSeries.REFUSED;
            }
            if (index == Producer.UNDEFINED) {
                throw new OperationsException(
                        ErrorCode.CONFLICT,
                        "series number %d is not defined here; send the batch again with all its definitions"
                                .formatted(series[i]));
            }
            series[i] = index;
            refused += index == KnownSeries.REFUSED ? 1 : 0;
        }
        PointBatch all = new PointBatch(source, clock.instant(), series, batch.timesMs(), batch.values());
        return refused == 0 ? all : without(all, refused);
    }

    /** Returns the numbers of series that may not enter just now, and stay undefined, so that they are tried again. */
    private Set<Integer> define(List<NativeBatch.Definition> definitions, Producer producer, String source) {
        Set<Integer> notNow = new HashSet<>();
        for (NativeBatch.Definition definition : definitions) {
            int number = definition.number();
            try {
                SeriesKey key = new SeriesKey(definition.metric(), definition.labels());
                producer.define(number, known.resolve(key, source).index());
            } catch (OperationsException e) {
                sources.rejected(source, e.code().name().toLowerCase(Locale.ROOT), 1, e.explanation());
                if (e.code() == ErrorCode.OVERLOADED) {
                    notNow.add(number);
                } else {
                    producer.define(number, KnownSeries.REFUSED);
                }
            }
        }
        return notNow;
    }

    /** The batch without the points of series that may not enter, which are counted. */
    private PointBatch without(PointBatch batch, int refused) {
        int many = batch.size() - refused;
        int[] series = new int[many];
        long[] times = new long[many];
        double[] values = new double[many];
        int kept = 0;
        for (int i = 0; i < batch.size(); i++) {
            if (batch.series()[i] != KnownSeries.REFUSED) {
                series[kept] = batch.series()[i];
                times[kept] = batch.timestampsMs()[i];
                values[kept++] = batch.values()[i];
            }
        }
        sources.rejected(batch.source(), "refused_series", refused, "points of series whose definition was refused");
        return new PointBatch(
                batch.source(),
                batch.acceptedAt(),
                Arrays.copyOf(series, kept),
                Arrays.copyOf(times, kept),
                Arrays.copyOf(values, kept));
    }
}
