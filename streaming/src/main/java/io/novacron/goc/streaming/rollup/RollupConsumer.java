package io.novacron.goc.streaming.rollup;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.novacron.goc.kernel.Ticker;
import io.novacron.goc.streaming.Broker;
import io.novacron.goc.streaming.KafkaSettings;
import io.novacron.goc.streaming.Topics;
import io.novacron.goc.streaming.wire.BatchCodec;
import io.novacron.goc.streaming.wire.MalformedBatch;
import io.novacron.goc.telemetry.Flush;
import io.novacron.goc.telemetry.LatePoints;
import io.novacron.goc.telemetry.OpenRollups;
import io.novacron.goc.telemetry.PastPoints;
import io.novacron.goc.telemetry.PointListener;
import io.novacron.goc.telemetry.RollupStore;
import io.novacron.goc.telemetry.Segment;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.SketchSettings;
import io.novacron.goc.telemetry.TelemetrySettings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads telemetry, folds it, shows it to the listeners, and stores what it folded together with how far it read: the
 * offsets are in the database, in the transaction of the rollups. Whatever dies and whenever, reading starts again at
 * the stored offset with empty memory, so nothing is lost and nothing counts twice. While the database is away, reading
 * goes on until memory's bound and then pauses.
 */
@Component
final class RollupConsumer implements SmartLifecycle, OpenRollups {

    private static final Logger LOG = LoggerFactory.getLogger(RollupConsumer.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long LAG_EVERY_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long LATE_SETTLE_WITHIN_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long COMPLAIN_EVERY_NANOS = Duration.ofMinutes(1).toNanos();

    private final Broker broker;
    private final KafkaSettings kafka;
    private final RollupStore store;
    private final ReadingStart readingStart;
    private final SeriesCatalog catalog;
    private final List<PointListener> listeners;
    private final Clock clock;
    private final Ticker ticker;
    private final long flushEveryNanos;
    private final Flusher flusher;
    private final DeadLetters deadLetters;
    private final WindowRebuild windowRebuild;
    private final LatePoints late;
    private final FoldMeters meters;
    private final SketchSettings sketched;
    private final StoredSeries storedSeries;
    private final Map<TopicPartition, AssignedPartition> assigned = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Flush> flushes = new HashMap<>();
    private final Set<TopicPartition> paused = new HashSet<>();
    private long lagSeenAtNanos;
    private long complainedAtNanos = Long.MIN_VALUE;
    private volatile boolean running;
    private volatile @Nullable Thread thread;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;

    RollupConsumer(
            Broker broker,
            KafkaSettings kafka,
            TelemetrySettings settings,
            RollupStore store,
            SeriesCatalog catalog,
            List<PointListener> listeners,
            PastPoints past,
            LatePoints late,
            Clock clock,
            Ticker ticker,
            SketchSettings sketched,
            MeterRegistry registry) {
        this.broker = broker;
        this.kafka = kafka;
        this.store = store;
        this.readingStart = new ReadingStart(store, settings.retention(), clock, registry);
        this.catalog = catalog;
        this.listeners = listeners;
        this.clock = clock;
        this.ticker = ticker;
        this.flushEveryNanos = settings.flushEvery().toNanos();
        this.flusher = new Flusher(store, Timer.builder("goc.telemetry.flush").register(registry));
        this.deadLetters = new DeadLetters(broker, registry);
        this.windowRebuild = new WindowRebuild(broker, catalog, past);
        this.late = late;
        this.meters = new FoldMeters(registry);
        this.sketched = sketched;
        this.storedSeries = new StoredSeries(store, catalog, ticker);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("rollup").start(this::readUntilStopped);
    }

    @Override
    public void stop() {
        running = false;
        KafkaConsumer<byte[], byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        Thread reading = thread;
        try {
            if (reading != null) {
                reading.join(Duration.ofSeconds(20));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        flusher.close();
        deadLetters.close();
        windowRebuild.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 10;
    }

    @Override
    public List<Segment> open(int seriesIndex) {
        long id = catalog.at(seriesIndex).id();
        List<Segment> segments = new ArrayList<>();
        assigned.values().forEach(partition -> segments.addAll(partition.open().open(id)));
        return segments;
    }

    private void readUntilStopped() {
        while (running) {
            try (KafkaConsumer<byte[], byte[]> fresh = newConsumer()) {
                consumer = fresh;
                fresh.subscribe(List.of(Topics.TELEMETRY), new Assignment(fresh));
                roundsUntilStopped(fresh);
                // While the partitions are still ours: closing gives them back.
                flushAllNow();
            } catch (RuntimeException e) {
                complain("telemetry cannot be read; trying again", e);
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            } finally {
                assigned.clear();
                flushes.clear();
                paused.clear();
            }
        }
    }

    private void roundsUntilStopped(KafkaConsumer<byte[], byte[]> from) {
        try {
            while (running) {
                round(from);
            }
        } catch (WakeupException e) {
            LOG.atDebug().log("woken up to stop");
        }
    }

    private void round(KafkaConsumer<byte[], byte[]> from) {
        for (ConsumerRecord<byte[], byte[]> message : from.poll(POLL)) {
            AssignedPartition partition = assigned.get(new TopicPartition(message.topic(), message.partition()));
            if (partition != null) {
                take(partition, message);
            }
        }
        long now = ticker.nanos();
        if (now - lagSeenAtNanos > LAG_EVERY_NANOS) {
            lagSeenAtNanos = now;
            meters.behind(assigned.keySet().stream()
                    .mapToLong(name -> from.currentLag(name).orElse(0))
                    .sum());
        }
        foldWaiting();
        for (Map.Entry<TopicPartition, AssignedPartition> entry : assigned.entrySet()) {
            settle(from, entry.getKey(), entry.getValue());
            if (entry.getValue().isFlushDue(now, flushEveryNanos)) {
                beginFlush(entry.getKey(), entry.getValue());
            }
        }
    }

    private void take(AssignedPartition partition, ConsumerRecord<byte[], byte[]> message) {
        try {
            PartitionFold.Outcome outcome = partition.fold(BatchCodec.decode(message.value()));
            meters.count(outcome);
            meters.batch(outcome.folded().size());
            if (outcome.folded().size() > 0) {
                listeners.forEach(listener -> show(listener, outcome));
            }
        } catch (MalformedBatch e) {
            deadLetters.bury(message, String.valueOf(e.getMessage()));
        }
        partition.read(message.offset());
    }

    private void show(PointListener listener, PartitionFold.Outcome outcome) {
        try {
            listener.folded(outcome.folded());
        } catch (RuntimeException e) {
            meters.listenerFailed();
            complain("a listener of telemetry failed", e);
        }
    }

    private void settle(KafkaConsumer<byte[], byte[]> from, TopicPartition name, AssignedPartition partition) {
        Flush flush = flushes.get(name);
        if (flush != null && !partition.isFlushing()) {
            flushes.remove(name);
            if (!partition.settle(flush)) {
                LOG.atWarn()
                        .addKeyValue("partition", name)
                        .log("another reader has gone on with a partition; reading it anew");
                begin(from, List.of(name));
                return;
            }
        }
        if (partition.isFull() && paused.add(name)) {
            from.pause(List.of(name));
        } else if (!partition.isFull() && paused.remove(name)) {
            from.resume(List.of(name));
        }
    }

    private void beginFlush(TopicPartition name, AssignedPartition partition) {
        Flush flush = partition.beginFlush(clock.millis(), ticker.nanos());
        flushes.put(name, flush);
        flusher.store(flush, partition::finish);
    }

    private void flushAllNow() {
        flusher.await(Duration.ofSeconds(10));
        settleLatePoints();
        assigned.forEach((name, partition) -> {
            Flush pending = flushes.remove(name);
            boolean mayFlush = pending == null || !partition.isFlushing() && partition.settle(pending);
            if (mayFlush && partition.isFlushDue(ticker.nanos(), 0)) {
                storeLast(partition.beginFlush(clock.millis(), ticker.nanos()));
            }
        });
    }

    /** Late points that wait for memory keep their partition from being stored: a clean stop gives them a moment. */
    private void settleLatePoints() {
        long until = ticker.nanos() + LATE_SETTLE_WITHIN_NANOS;
        while (foldWaiting() && ticker.nanos() < until) {
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** Looks again at late points that wait; returns whether some still do. */
    private boolean foldWaiting() {
        boolean waiting = false;
        for (AssignedPartition partition : assigned.values()) {
            if (partition.open().isWaiting()) {
                meters.count(partition.open().foldWaiting());
                waiting |= partition.open().isWaiting();
            }
        }
        return waiting;
    }

    private void storeLast(Flush flush) {
        try {
            store.write(flush);
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("partition", flush.partition())
                    .addKeyValue("reason", e.getMessage())
                    .log("rollups could not be stored while stopping; they will be folded again after the restart");
        }
    }

    /**
     * Reads the partitions from where the database stands; returns those offsets. What the database knows is asked
     * after them: asked before, it could lack what another reader stores in between.
     */
    private Map<TopicPartition, Long> begin(KafkaConsumer<byte[], byte[]> from, Collection<TopicPartition> partitions) {
        Map<TopicPartition, ReadingStart.At> starts = readingStart.of(from, partitions);
        Map<Long, Long> newest = store.newestPoints(readingStart.pointsSince(from, starts));
        storedSeries.learn();
        Map<TopicPartition, Long> offsets = new HashMap<>();
        starts.forEach((name, at) -> {
            from.seek(name, at.readFrom());
            assigned.put(name, begin(name, at, newest));
            offsets.put(name, at.readFrom());
        });
        return offsets;
    }

    private AssignedPartition begin(TopicPartition name, ReadingStart.At at, Map<Long, Long> newest) {
        int buckets = (int) (flushEveryNanos / 1_000_000 / PartitionFold.STEP_MS) + 3;
        PartitionFold fold = new PartitionFold(buckets, newest, late, clock.millis());
        // The first flush comes soon, so that a process that dies again and again still gets on; and partitions flush
        // one after another, not all in the same second.
        long firstAfter = flushEveryNanos / 20 + flushEveryNanos * (name.partition() % 8) / 8;
        long flushed = ticker.nanos() - flushEveryNanos + firstAfter;
        return new AssignedPartition(name.topic(), name.partition(), at, fold, catalog, sketched, flushed);
    }

    private void complain(String what, RuntimeException failure) {
        long now = ticker.nanos();
        if (complainedAtNanos == Long.MIN_VALUE || now - complainedAtNanos > COMPLAIN_EVERY_NANOS) {
            complainedAtNanos = now;
            LOG.atError().setCause(failure).log(what);
        }
    }

    private KafkaConsumer<byte[], byte[]> newConsumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker.bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        "goc-rollup",
                        ConsumerConfig.GROUP_PROTOCOL_CONFIG,
                        kafka.groupProtocol(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        500,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        200),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Starts reading where the database says, and forgets what is no longer ours. */
    private final class Assignment implements ConsumerRebalanceListener {

        private final KafkaConsumer<byte[], byte[]> from;

        Assignment(KafkaConsumer<byte[], byte[]> from) {
            this.from = from;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                windowRebuild.begin(begin(from, partitions));
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(name -> {
                assigned.remove(name);
                flushes.remove(name);
                paused.remove(name);
            });
        }
    }
}
