package io.novacron.goc.streaming.rollup;

import io.novacron.goc.streaming.Broker;
import io.novacron.goc.streaming.wire.BatchCodec;
import io.novacron.goc.streaming.wire.MalformedBatch;
import io.novacron.goc.streaming.wire.WireBatch;
import io.novacron.goc.telemetry.PastPoints;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.telemetry.SeriesCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads again from the broker what was folded before this process began to read, so that the last minutes are whole
 * after a restart. It has a thread and a consumer of its own, in no group: reading what is new does not wait for it.
 */
final class WindowRebuild implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WindowRebuild.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Broker broker;
    private final SeriesCatalog catalog;
    private final PastPoints window;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("window-rebuild").daemon().factory());
    private volatile boolean closed;

    WindowRebuild(Broker broker, SeriesCatalog catalog, PastPoints window) {
        this.broker = broker;
        this.catalog = catalog;
        this.window = window;
    }

    /**
     * Begins to read what lies in the partitions before these offsets and is young enough to be wanted; returns at
     * once.
     */
    void begin(Map<TopicPartition, Long> untilOffsets) {
        Instant since = window.wantedSince();
        Map<TopicPartition, Long> until = Map.copyOf(untilOffsets);
        window.pastBegins();
        thread.execute(() -> {
            try (KafkaConsumer<byte[], byte[]> reader = newConsumer()) {
                long points = read(reader, since, until);
                if (!closed) {
                    window.pastIsWhole(since);
                    LOG.atDebug().addKeyValue("points", points).log("the window is whole again");
                }
            } catch (KafkaException e) {
                LOG.atWarn()
                        .addKeyValue("reason", e.getMessage())
                        .log("the minutes before the start could not be read again; charts show them as 10-second"
                                + " rollups");
            } finally {
                window.pastEnds();
            }
        });
    }

    private long read(KafkaConsumer<byte[], byte[]> reader, Instant since, Map<TopicPartition, Long> untilOffsets) {
        Map<TopicPartition, Long> left = new HashMap<>(untilOffsets);
        seek(reader, since, left);
        long points = 0;
        while (!left.isEmpty() && !closed) {
            for (ConsumerRecord<byte[], byte[]> message : reader.poll(POLL)) {
                Long until = left.get(new TopicPartition(message.topic(), message.partition()));
                if (until != null && message.offset() < until) {
                    points += show(message);
                }
            }
            left.entrySet().removeIf(entry -> reader.position(entry.getKey(), PATIENCE) >= entry.getValue());
            reader.pause(reader.assignment().stream()
                    .filter(name -> !left.containsKey(name))
                    .toList());
        }
        return points;
    }

    /** Takes the partitions with something to read, each at its first record of that time; forgets the others. */
    private static void seek(KafkaConsumer<byte[], byte[]> reader, Instant since, Map<TopicPartition, Long> left) {
        Map<TopicPartition, Long> wanted =
                left.keySet().stream().collect(Collectors.toMap(name -> name, name -> since.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> starts = new HashMap<>(reader.offsetsForTimes(wanted, PATIENCE));
        starts.values().removeIf(start -> start == null);
        starts.entrySet()
                .removeIf(start -> start.getValue().offset() >= left.getOrDefault(start.getKey(), Long.MIN_VALUE));
        left.keySet().retainAll(starts.keySet());
        reader.assign(starts.keySet());
        starts.forEach((name, start) -> reader.seek(name, start.offset()));
    }

    private int show(ConsumerRecord<byte[], byte[]> message) {
        try {
            PointBatch batch = known(BatchCodec.decode(message.value()));
            window.past(batch);
            return batch.size();
        } catch (MalformedBatch e) {
            // It was put aside when it was folded.
            LOG.atTrace().addKeyValue("offset", message.offset()).log("a record that is no batch was passed over");
            return 0;
        }
    }

    private PointBatch known(WireBatch wire) {
        int many = wire.ids().length;
        int[] series = new int[many];
        long[] times = new long[many];
        double[] values = new double[many];
        int kept = 0;
        for (int i = 0; i < many; i++) {
            Series found = catalog.byId(wire.ids()[i]);
            if (found != null) {
                series[kept] = found.index();
                times[kept] = wire.timestampsMs()[i];
                values[kept++] = wire.values()[i];
            }
        }
        return new PointBatch(
                wire.source(),
                Instant.ofEpochMilli(wire.acceptedAtMs()),
                Arrays.copyOf(series, kept),
                Arrays.copyOf(times, kept),
                Arrays.copyOf(values, kept));
    }

    private KafkaConsumer<byte[], byte[]> newConsumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker.bootstrapServers(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        200),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        closed = true;
        thread.shutdown();
    }
}
