package io.novacron.goc.streaming.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.novacron.goc.db.TestingDatabase;
import io.novacron.goc.kernel.Eventually;
import io.novacron.goc.streaming.Broker;
import io.novacron.goc.streaming.KafkaSettings;
import io.novacron.goc.streaming.Stored;
import io.novacron.goc.streaming.TestingHouse;
import io.novacron.goc.streaming.Topics;
import io.novacron.goc.streaming.embedded.EmbeddedKafka;
import io.novacron.goc.telemetry.RollupStore;
import io.novacron.goc.telemetry.Series;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the broker holds is let go of when it is old and stored, and never before it is stored. */
class BrokerRetentionTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration RETENTION = Duration.ofHours(1);
    private static final String NEVER = "10m";
    private static final int POINTS = 5;

    private final TestingDatabase database = TestingDatabase.fresh();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final long start = Instant.now().toEpochMilli() - 60_000;
    private int sent;

    @TempDir
    private Path folder;

    @Test
    void oldRecordsStayUntilTheyAreStored() throws ExecutionException, InterruptedException {
        try (EmbeddedKafka broker = EmbeddedKafka.start(folder, 0)) {
            try (TestingHouse house = at(broker)) {
                send(house);
                retentionAfter(house, RETENTION.multipliedBy(2)).free();

                assertThat(first(house)).as("nothing of it is stored").isZero();
                assertThat(overdue()).isEqualTo(POINTS);
            }
            try (TestingHouse house = at(broker)) {
                retentionAfter(house, RETENTION.dividedBy(2)).free();
                assertThat(first(house)).as("it is stored, but young").isZero();

                send(house);
                retentionAfter(house, RETENTION.multipliedBy(2)).free();
                assertThat(first(house)).as("what is stored goes").isEqualTo(POINTS);
                assertThat(overdue()).as("what is not, stays").isEqualTo(POINTS);
            }
        }
        assertThat(Stored.of("retained", database.client()).points()).isEqualTo(sent);
    }

    @Test
    void theBrokerItselfForgetsNothing() throws ExecutionException, InterruptedException {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.TELEMETRY);
        try (EmbeddedKafka broker = EmbeddedKafka.start(folder, 0);
                TestingHouse house = at(broker);
                Admin admin = house.room(Broker.class).admin()) {
            Config config = admin.describeConfigs(List.of(topic))
                    .all()
                    .get()
                    .entrySet()
                    .iterator()
                    .next()
                    .getValue();

            assertThat(List.of("retention.ms", "retention.bytes"))
                    .allSatisfy(name -> assertThat(config.get(name).value()).isEqualTo("-1"));
        }
    }

    @Test
    void whatSomebodyElseDeletedIsCountedAndReadingGoesOn() throws ExecutionException, InterruptedException {
        try (EmbeddedKafka broker = EmbeddedKafka.start(folder, 0)) {
            try (TestingHouse house = at(broker)) {
                send(house);
            }
            try (TestingHouse house = at(broker)) {
                send(house);
                deleteAll(house);
            }
            database.client()
                    .sql("update ingest_offset set next_offset = next_offset - 1 where next_offset > 0")
                    .update();
            try (TestingHouse house = at(broker)) {
                send(house);
                Eventually.until("the missing record is counted", SOON, () -> lost(house) == 1);
            }
        }
        assertThat(Stored.of("retained", database.client()).points()).isEqualTo(sent);
    }

    @Test
    void aNewBrokerIsReadFromItsBeginning() {
        try (EmbeddedKafka broker = EmbeddedKafka.start(folder.resolve("old"), 0);
                TestingHouse house = at(broker)) {
            send(house);
            send(house);
        }
        try (EmbeddedKafka broker = EmbeddedKafka.start(folder.resolve("new"), 0);
                TestingHouse house = at(broker)) {
            send(house);
        }

        assertThat(Stored.of("retained", database.client()).points()).isEqualTo(sent);
    }

    private TestingHouse at(EmbeddedKafka broker) {
        return TestingHouse.at(database.dataSource(), broker.bootstrapServers(), NEVER);
    }

    /** Sends some points of one series and waits until they are folded. */
    private void send(TestingHouse house) {
        Series series = house.series("retained", "a");
        double before = house.counted("goc.telemetry.points", "folded");
        for (int i = 0; i < POINTS; i++) {
            house.send(start + sent++ * 1_000L, 1, series);
        }
        Eventually.until(
                "they are folded", SOON, () -> house.counted("goc.telemetry.points", "folded") >= before + POINTS);
    }

    private BrokerRetention retentionAfter(TestingHouse house, Duration later) {
        meters.clear();
        return new BrokerRetention(
                house.room(Broker.class),
                new KafkaSettings(house.room(Broker.class).bootstrapServers(), 0, 4, RETENTION, "consumer"),
                house.room(RollupStore.class),
                Clock.offset(Clock.systemUTC(), later),
                meters);
    }

    private double overdue() {
        return meters.get("goc.telemetry.overdue.records").gauge().value();
    }

    private static double lost(TestingHouse house) {
        return house.room(MeterRegistry.class)
                .get("goc.telemetry.lost.records")
                .counter()
                .count();
    }

    /** The first records that the broker still has, over all partitions. */
    private static long first(TestingHouse house) throws ExecutionException, InterruptedException {
        return offsets(house, OffsetSpec.earliest()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static Map<TopicPartition, Long> offsets(TestingHouse house, OffsetSpec wanted)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        try (Admin admin = house.room(Broker.class).admin()) {
            for (int part = 0; part < house.room(Broker.class).partitions(); part++) {
                TopicPartition name = new TopicPartition(Topics.TELEMETRY, part);
                offsets.put(
                        name,
                        admin.listOffsets(Map.of(name, wanted))
                                .partitionResult(name)
                                .get()
                                .offset());
            }
        }
        return offsets;
    }

    private static void deleteAll(TestingHouse house) throws ExecutionException, InterruptedException {
        Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
        offsets(house, OffsetSpec.latest()).forEach((name, end) -> all.put(name, RecordsToDelete.beforeOffset(end)));
        try (Admin admin = house.room(Broker.class).admin()) {
            admin.deleteRecords(all).all().get();
        }
    }
}
