package io.novacron.goc.streaming.rollup;

import io.micrometer.core.instrument.MeterRegistry;
import io.novacron.goc.streaming.Broker;
import io.novacron.goc.streaming.KafkaSettings;
import io.novacron.goc.streaming.Topics;
import io.novacron.goc.telemetry.RollupStore;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Frees the broker of raw points that are old enough <em>and</em> stored. The broker itself knows only age: it would
 * delete what was acknowledged while the reader was behind, and nobody would have it then.
 */
@Component
final class BrokerRetention {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerRetention.class);

    private final Broker broker;
    private final Duration retention;
    private final RollupStore store;
    private final Clock clock;
    private final AtomicLong overdueRecords = new AtomicLong();

    BrokerRetention(Broker broker, KafkaSettings settings, RollupStore store, Clock clock, MeterRegistry meters) {
        this.broker = broker;
        this.retention = settings.retention();
        this.store = store;
        this.clock = clock;
        meters.gauge("goc.telemetry.overdue.records", overdueRecords);
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void onSchedule() {
        try {
            free();
        } catch (ExecutionException | KafkaException | DataAccessException e) {
            LOG.atWarn()
                    .addKeyValue("reason", e.getMessage())
                    .log("raw points past goc.kafka.retention could not be deleted; next try in a minute, nothing is"
                            + " lost");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Deletes the records that are older than the retention, up to the first that is not stored. */
    void free() throws ExecutionException, InterruptedException {
        try (Admin admin = broker.admin()) {
            Map<TopicPartition, RecordsToDelete> deleted = new HashMap<>();
            long overdue = 0;
            for (Map.Entry<TopicPartition, Long> expired : expired(admin).entrySet()) {
                TopicPartition name = expired.getKey();
                long stored = store.nextOffset(name.topic(), name.partition()).orElse(0);
                overdue += Math.max(0, expired.getValue() - stored);
                long until = Math.min(expired.getValue(), stored);
                if (until > 0) {
                    deleted.put(name, RecordsToDelete.beforeOffset(until));
                }
            }
            tell(overdue);
            admin.deleteRecords(deleted).all().get();
        }
    }

    private void tell(long overdue) {
        if (overdueRecords.getAndSet(overdue) == 0 && overdue > 0) {
            LOG.atWarn()
                    .addKeyValue("records", overdue)
                    .log("storing is behind by more than goc.kafka.retention; the broker keeps those records until they"
                            + " are stored");
        }
    }

    /** The first record of each partition that is young enough to stay, or the end. */
    private Map<TopicPartition, Long> expired(Admin admin) throws ExecutionException, InterruptedException {
        long keptSinceMs = clock.instant().minus(retention).toEpochMilli();
        Map<TopicPartition, Long> young = offsets(admin, OffsetSpec.forTimestamp(keptSinceMs));
        Map<TopicPartition, Long> ends = offsets(admin, OffsetSpec.latest());
        young.replaceAll((name, offset) -> offset < 0 ? ends.getOrDefault(name, 0L) : offset);
        return young;
    }

    private Map<TopicPartition, Long> offsets(Admin admin, OffsetSpec wanted)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = IntStream.range(0, broker.partitions())
                .mapToObj(number -> new TopicPartition(Topics.TELEMETRY, number))
                .collect(Collectors.toMap(name -> name, name -> wanted));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> each :
                admin.listOffsets(asked).all().get().entrySet()) {
            offsets.put(each.getKey(), each.getValue().offset());
        }
        return offsets;
    }
}
