package io.novacron.goc.streaming.collect;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.streaming.Broker;
import io.novacron.goc.streaming.Topics;
import io.novacron.goc.streaming.wire.BatchCodec;
import io.novacron.goc.streaming.wire.WireBatch;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.Sources;
import io.novacron.goc.telemetry.TelemetrySink;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.stereotype.Component;

/**
 * Hands points to the broker, one record for each partition they fall into; the answer is yes only after the broker has
 * acknowledged all of them. Points that break a rule of time or number are left out and counted; the rest goes on.
 */
@Component
final class KafkaSink implements TelemetrySink, AutoCloseable {

    private static final Duration OLDEST = Duration.ofHours(1);
    private static final Duration FURTHEST_AHEAD = Duration.ofMinutes(10);
    private static final int POINTS_IN_FLIGHT_MOST = 2_000_000;
    private static final Duration BLOCK_AT_MOST = Duration.ofMillis(500);
    private static final Duration DELIVER_WITHIN = Duration.ofSeconds(20);

    private final SeriesCatalog catalog;
    private final Sources sources;
    private final Clock clock;
    private final int partitions;
    private final Producer<byte[], byte[]> producer;
    private final long producerId;
    private final AtomicLong sequence = new AtomicLong();
    private final Set<Long> announced = ConcurrentHashMap.newKeySet();
    private final Semaphore inFlight = new Semaphore(POINTS_IN_FLIGHT_MOST);

    KafkaSink(Broker broker, SeriesCatalog catalog, Sources sources, Clock clock, Ids ids) {
        this.catalog = catalog;
        this.sources = sources;
        this.clock = clock;
        this.partitions = broker.partitions();
        this.producerId = ids.next().getLeastSignificantBits();
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker.bootstrapServers(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        262_144,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        8 << 20,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        BLOCK_AT_MOST.toMillis(),
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        10_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        Math.toIntExact(DELIVER_WITHIN.toMillis())),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.partitionsFor(Topics.TELEMETRY);
    }

    @Override
    public CompletableFuture<Void> accept(PointBatch offered) {
        PointBatch batch = admit(offered);
        int points = batch.size();
        if (points == 0) {
            return CompletableFuture.completedFuture(null);
        }
        if (!inFlight.tryAcquire(points)) {
            return CompletableFuture.failedFuture(new OperationsException(
                    ErrorCode.OVERLOADED,
                    "more than %d points wait for the broker; try again shortly".formatted(POINTS_IN_FLIGHT_MOST)));
        }
        List<CompletableFuture<Void>> parts = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            WireBatch part = part(batch, partition);
            if (part.ids().length > 0) {
                parts.add(send(partition, part));
            }
        }
        return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new)).whenComplete((done, failure) -> {
            inFlight.release(points);
            if (failure == null) {
                sources.accepted(batch.source(), points);
            }
        });
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }

    private PointBatch admit(PointBatch batch) {
        long now = clock.millis();
        long oldest = now - OLDEST.toMillis();
        long newest = now + FURTHEST_AHEAD.toMillis();
        int size = batch.size();
        int[] series = new int[size];
        long[] times = new long[size];
        double[] values = new double[size];
        int kept = 0;
        for (int i = 0; i < size; i++) {
            long time = batch.timestampsMs()[i];
            double value = batch.values()[i];
            if (Double.isFinite(value) && time >= oldest && time <= newest) {
                series[kept] = batch.series()[i];
                times[kept] = time;
                values[kept] = value;
                kept++;
            } else {
                String reason = !Double.isFinite(value) ? "not_finite" : time < oldest ? "too_old" : "in_the_future";
                sources.rejected(
                        batch.source(),
                        reason,
                        1,
                        catalog.at(batch.series()[i]).key().toString());
            }
        }
        if (kept == size) {
            return batch;
        }
        return new PointBatch(
                batch.source(),
                batch.acceptedAt(),
                Arrays.copyOf(series, kept),
                Arrays.copyOf(times, kept),
                Arrays.copyOf(values, kept));
    }

    private WireBatch part(PointBatch batch, int partition) {
        int size = batch.size();
        long[] ids = new long[size];
        long[] times = new long[size];
        double[] values = new double[size];
        Map<Long, WireBatch.Definition> definitions = new LinkedHashMap<>();
        int kept = 0;
        for (int i = 0; i < size; i++) {
            Series series = catalog.at(batch.series()[i]);
            if (Math.floorMod(series.id(), partitions) != partition) {
                continue;
            }
            if (!announced.contains(series.id())) {
                definitions.putIfAbsent(series.id(), new WireBatch.Definition(series.id(), series.key()));
            }
            ids[kept] = series.id();
            times[kept] = batch.timestampsMs()[i];
            values[kept] = batch.values()[i];
            kept++;
        }
        return new WireBatch(
                batch.source(),
                producerId,
                sequence.incrementAndGet(),
                batch.acceptedAt().toEpochMilli(),
                List.copyOf(definitions.values()),
                Arrays.copyOf(ids, kept),
                Arrays.copyOf(times, kept),
                Arrays.copyOf(values, kept));
    }

    private CompletableFuture<Void> send(int partition, WireBatch part) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        try {
            producer.send(
                    new ProducerRecord<>(Topics.TELEMETRY, partition, null, BatchCodec.encode(part)),
                    (metadata, failure) -> {
                        if (failure == null) {
                            part.definitions().forEach(definition -> announced.add(definition.id()));
                            acknowledged.complete(null);
                        } else {
                            acknowledged.completeExceptionally(unavailable(failure));
                        }
                    });
        } catch (KafkaException e) {
            acknowledged.completeExceptionally(unavailable(e));
        }
        return acknowledged;
    }

    private static OperationsException unavailable(Exception failure) {
        return new OperationsException(
                ErrorCode.BROKER_UNAVAILABLE,
                "the broker did not acknowledge: %s; send again".formatted(failure.getMessage()),
                failure);
    }
}
