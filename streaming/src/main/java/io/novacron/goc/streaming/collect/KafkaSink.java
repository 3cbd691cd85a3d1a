package io.novacron.goc.streaming.collect;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Ticker;
import io.novacron.goc.streaming.Broker;
import io.novacron.goc.streaming.Topics;
import io.novacron.goc.streaming.wire.BatchCodec;
import io.novacron.goc.streaming.wire.WireBatch;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.Sources;
import io.novacron.goc.telemetry.TelemetrySink;
import io.novacron.goc.telemetry.Tiers;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.stereotype.Component;

/**
 * Hands points to the broker, one record for each partition they fall into; the answer is yes only after the broker has
 * acknowledged all of them. Points that break a rule of time or number are left out and counted; the rest goes on.
 */
@Component
final class KafkaSink implements TelemetrySink, AutoCloseable {

    private static final Duration FURTHEST_AHEAD = Duration.ofMinutes(10);
    private static final int POINTS_MOST = 1_000_000;
    private static final Duration BLOCK_AT_MOST = Duration.ofMillis(500);
    private static final int WARM_UP_ATTEMPTS = 40;
    private static final Duration DELIVER_WITHIN = Duration.ofSeconds(20);

    private final SeriesCatalog catalog;
    private final Sources sources;
    private final Tiers tiers;
    private final Clock clock;
    private final MeterRegistry meters;
    private final RecordSplitter records;
    private final Producer<byte[], byte[]> producer;
    private final Admission admission;
    private final Ticker ticker;

    KafkaSink(
            Broker broker,
            SeriesCatalog catalog,
            Sources sources,
            Tiers tiers,
            AdmissionSettings settings,
            Clock clock,
            Ticker ticker,
            Ids ids,
            MeterRegistry meters) {
        this.catalog = catalog;
        this.sources = sources;
        this.tiers = tiers;
        this.clock = clock;
        this.meters = meters;
        this.ticker = ticker;
        this.admission = new Admission(settings, ticker);
        Gauge.builder("goc.telemetry.waiting.points", admission, Admission::waiting)
                .register(meters);
        Gauge.builder(
                        "goc.telemetry.broker.delay.seconds",
                        admission,
                        each -> each.delay().toMillis() / 1e3)
                .register(meters);
        this.records =
                new RecordSplitter(catalog, broker.partitions(), ids.next().getLeastSignificantBits());
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker.bootstrapServers(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        262_144,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        Topics.RECORD_BYTES_MOST,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        BLOCK_AT_MOST.toMillis(),
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        10_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        Math.toIntExact(DELIVER_WITHIN.toMillis())),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        warmUp();
    }

    /** Learns where the partitions are, so that the first sender need not wait for it. */
    private void warmUp() {
        for (int attempt = 1; ; attempt++) {
            try {
                producer.partitionsFor(Topics.TELEMETRY);
                return;
            } catch (TimeoutException e) {
                if (attempt == WARM_UP_ATTEMPTS) {
                    throw refused(e);
                }
            }
        }
    }

    @Override
    public CompletableFuture<Integer> accept(PointBatch offered) {
        Admitted admitted = admit(offered);
        PointBatch batch = admitted.batch();
        int points = batch.size();
        if (points == 0) {
            return CompletableFuture.completedFuture(admitted.outOfTime());
        }
        if (points > POINTS_MOST) {
            return CompletableFuture.failedFuture(new OperationsException(
                    ErrorCode.TOO_LARGE,
                    "the batch has %d points; at most %d are taken at once; send smaller batches"
                            .formatted(points, POINTS_MOST)));
        }
        try {
            admission.enter(batch.source(), points);
        } catch (OperationsException e) {
            return CompletableFuture.failedFuture(e);
        }
        long sentAt = ticker.nanos();
        List<CompletableFuture<Void>> parts =
                records.split(batch).stream().map(this::send).toList();
        return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
                .whenComplete((done, failure) -> {
                    admission.leave(points, Duration.ofNanos(ticker.nanos() - sentAt));
                    if (failure == null) {
                        sources.accepted(batch.source(), points, newest(batch.timestampsMs()));
                        meters.counter("goc.telemetry.points", "source", batch.source(), "outcome", "accepted")
                                .increment(points);
                    }
                })
                .thenApply(done -> admitted.outOfTime());
    }

    private static long newest(long[] timesMs) {
        long newest = Long.MIN_VALUE;
        for (long time : timesMs) {
            newest = Math.max(newest, time);
        }
        return newest;
    }

    /** The points that may enter, and how many may not because of their time. */
    private record Admitted(PointBatch batch, int outOfTime) {}

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }

    private Admitted admit(PointBatch batch) {
        long now = clock.millis();
        long oldest = tiers.takenSince().toEpochMilli();
        long newest = now + FURTHEST_AHEAD.toMillis();
        return mayAllEnter(batch, oldest, newest) ? new Admitted(batch, 0) : admit(batch, oldest, newest);
    }

    private static boolean mayAllEnter(PointBatch batch, long oldest, long newest) {
        boolean all = true;
        for (long time : batch.timestampsMs()) {
            all &= time >= oldest && time <= newest;
        }
        for (double value : batch.values()) {
            all &= Double.isFinite(value);
        }
        return all;
    }

    private Admitted admit(PointBatch batch, long oldest, long newest) {
        int size = batch.size();
        int[] series = new int[size];
        long[] times = new long[size];
        double[] values = new double[size];
        Map<String, Integer> rejected = new LinkedHashMap<>();
        Map<String, Integer> examples = new LinkedHashMap<>();
        int kept = 0;
        int outOfTime = 0;
        for (int i = 0; i < size; i++) {
            long time = batch.timestampsMs()[i];
            double value = batch.values()[i];
            if (Double.isFinite(value) && time >= oldest && time <= newest) {
                series[kept] = batch.series()[i];
                times[kept] = time;
                values[kept] = value;
                kept++;
            } else {
                outOfTime += time < oldest || time > newest ? 1 : 0;
                String reason = !Double.isFinite(value) ? "not_finite" : time < oldest ? "too_old" : "in_the_future";
                rejected.merge(reason, 1, Integer::sum);
                examples.put(reason, batch.series()[i]);
            }
        }
        rejected.forEach((reason, points) -> reject(batch.source(), reason, points, examples.getOrDefault(reason, 0)));
        PointBatch rest = new PointBatch(
                batch.source(),
                batch.acceptedAt(),
                Arrays.copyOf(series, kept),
                Arrays.copyOf(times, kept),
                Arrays.copyOf(values, kept));
        return new Admitted(rest, outOfTime);
    }

    private void reject(String source, String reason, int points, int example) {
        sources.rejected(source, reason, points, catalog.at(example).key().toString());
        meters.counter("goc.telemetry.points", "source", source, "outcome", reason)
                .increment(points);
    }

    private CompletableFuture<Void> send(RecordSplitter.Part split) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        WireBatch part = split.batch();
        try {
            producer.send(
                    new ProducerRecord<>(Topics.TELEMETRY, split.partition(), null, BatchCodec.encode(part)),
                    (metadata, failure) -> {
                        if (failure == null) {
                            records.announced(split);
                            acknowledged.complete(null);
                        } else {
                            acknowledged.completeExceptionally(refused(failure));
                        }
                    });
        } catch (KafkaException | IllegalStateException e) {
            acknowledged.completeExceptionally(refused(e));
        }
        return acknowledged;
    }

    private static OperationsException refused(Exception failure) {
        if (failure instanceof RecordTooLargeException) {
            return new OperationsException(
                    ErrorCode.TOO_LARGE,
                    "one series has too many points in one request (%s); send smaller batches"
                            .formatted(failure.getMessage()),
                    failure);
        }
        return new OperationsException(
                ErrorCode.BROKER_UNAVAILABLE,
                "the broker did not acknowledge: %s; send again".formatted(failure.getMessage()),
                failure);
    }
}
