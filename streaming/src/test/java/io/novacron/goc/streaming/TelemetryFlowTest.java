package io.novacron.goc.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.novacron.goc.db.TestingDatabase;
import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.Eventually;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.streaming.wire.BatchCodec;
import io.novacron.goc.streaming.wire.WireBatch;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.Rollup;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.telemetry.Sources;
import io.novacron.goc.telemetry.Telemetry;
import io.novacron.goc.telemetry.TelemetrySink;
import io.novacron.goc.telemetry.sketch.QuantileSketch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** From a source's hand to the database and back to a reader, on a real broker and a real database. */
class TelemetryFlowTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final TestingDatabase database = TestingDatabase.fresh();
    private final long now = Instant.now().toEpochMilli();

    @Test
    void aPointIsInMemoryAtOnceAndInTheDatabaseAfterACleanStop() {
        Telemetry telemetry;
        Series cpu;
        try (TestingHouse house = TestingHouse.open(database.dataSource(), "10m")) {
            telemetry = house.room(Telemetry.class);
            cpu = house.series("flow_cpu", "a");

            house.send(now - 2_000, 0.25, cpu);
            house.send(now - 1_000, 0.75, cpu);

            Eventually.until(
                    "both points are seen",
                    SOON,
                    () -> telemetry.recent(cpu.key()).size() == 2);
            assertThat(telemetry.latest(cpu.index())).isEqualTo(0.75);
            assertThat(telemetry.history(cpu.key(), around()).stream()
                            .mapToLong(Rollup::count)
                            .sum())
                    .isEqualTo(2);
            assertThat(Stored.of("flow_cpu", database.client())).isEqualTo(new Stored(0, 0));
        }
        assertThat(Stored.of("flow_cpu", database.client())).isEqualTo(new Stored(2, 1.0));
    }

    @Test
    void whatWasSentAgainAfterARestartCountsOnce() {
        try (TestingHouse house = TestingHouse.open(database.dataSource(), "10m")) {
            Series series = house.series("flow_resent", "a");
            for (int i = 0; i < 50; i++) {
                house.send(now - 50_000 + i * 1_000L, i, series);
            }
            Eventually.until("all are folded", SOON, () -> house.counted("goc.telemetry.points", "folded") >= 50);
        }

        try (TestingHouse house = TestingHouse.open(database.dataSource(), "10m")) {
            Series series = house.series("flow_resent", "a");
            for (int i = 40; i < 60; i++) {
                house.send(now - 50_000 + i * 1_000L, i, series);
            }
            Eventually.until(
                    "the new are folded",
                    SOON,
                    () -> house.room(Telemetry.class).lastSeenMs(series.index()) == now + 9_000);
            assertThat(house.room(Telemetry.class).history(series.key(), around()).stream()
                            .mapToLong(Rollup::count)
                            .sum())
                    .isEqualTo(60);
            Eventually.until(
                    "the points from before the restart are in memory again",
                    SOON,
                    () -> house.room(Telemetry.class).recent(series.key()).size() == 60);
            Eventually.until(
                    "those that were sent again are known",
                    SOON,
                    () -> house.counted("goc.telemetry.points", "backfilled")
                                    + house.counted("goc.telemetry.points", "duplicate")
                            >= 10);
        }

        assertThat(Stored.of("flow_resent", database.client())).isEqualTo(new Stored(60, 59 * 60 / 2.0));
    }

    @Test
    void pointsFromHoursAgoAreHistoryAndNobodyTakesThemForNews() {
        long hoursAgo = now - Duration.ofHours(3).toMillis();
        try (TestingHouse house = TestingHouse.open(database.dataSource(), "10m")) {
            Series series = house.series("flow_backfill", "a");
            house.send(now, 1, series);
            for (int again = 0; again < 2; again++) {
                house.send(hoursAgo, 5, series);
                house.send(hoursAgo + 1_000, 6, series);
            }
            house.send(now + 1_000, 2, series);
            awaitSeen(house, series, now + 1_000);
            assertThat(house.room(Telemetry.class).recent(series.key()).values())
                    .containsExactly(1, 2);
        }

        assertThat(database.client()
                        .sql("select sum(cardinality(at_ms)) from backfill_point join series on id = series_id"
                                + " where metric = 'flow_backfill' and mended = false")
                        .query(Long.class)
                        .single())
                .as("as they came; which came twice is seen when their hour is made again")
                .isEqualTo(4);
        assertThat(Stored.of("flow_backfill", database.client())).isEqualTo(new Stored(2, 3));
    }

    @Test
    void seriesThatAskKeepSketchesAndOthersDoNot() {
        try (TestingHouse house = TestingHouse.open(database.dataSource(), "10m")) {
            Series asking = house.series("sketched_ms", "a");
            Series other = house.series("flow_not_sketched", "a");
            for (int i = 0; i < 30; i++) {
                house.send(now + i * 1_000L, 100 + i, asking, other);
            }
            awaitSeen(house, asking, now + 29_000);
            awaitSeen(house, other, now + 29_000);
        }

        QuantileSketch sketch = new QuantileSketch();
        List<Long> sketched = database.client()
                .sql("select series_id, sketch from sketch_10s")
                .query((row, number) -> {
                    sketch.merge(QuantileSketch.decode(row.getBytes("sketch")));
                    return row.getLong("series_id");
                })
                .list();
        assertThat(sketched).hasSizeBetween(3, 4).containsOnly(sketched.getFirst());
        assertThat(sketch.count()).isEqualTo(30);
        assertThat(sketch.quantile(1)).isCloseTo(129, within(1.3));
    }

    @Test
    void lateAndReorderedPointsCorrectTheirRollupsOnceOverARestart() {
        long base = now - 120_000;
        try (TestingHouse house = TestingHouse.open(database.dataSource(), "10m")) {
            Series series = house.series("flow_late", "a");
            for (int second : new int[] {0, 10, 5, 30, 20, 10, 5, 25, 40}) {
                house.send(base + second * 1_000L, second, series);
            }
            Eventually.until(
                    "all are folded once",
                    SOON,
                    () -> house.room(Telemetry.class).recent(series.key()).size() == 7);
            assertThat(house.counted("goc.telemetry.points", "late")).isEqualTo(3);
            assertThat(house.counted("goc.telemetry.points", "duplicate")).isGreaterThanOrEqualTo(2);
        }
        assertThat(Stored.of("flow_late", database.client())).isEqualTo(new Stored(7, 130));

        try (TestingHouse house = TestingHouse.open(database.dataSource(), "10m")) {
            Series series = house.series("flow_late", "a");
            for (int second : new int[] {5, 35, 20, 15, 50}) {
                house.send(base + second * 1_000L, second, series);
            }
            Eventually.until(
                    "those from before and those of now are in memory",
                    SOON,
                    () -> house.room(Telemetry.class).recent(series.key()).size() == 10);
            assertThat(house.room(Telemetry.class).recent(series.key()).timestampsMs())
                    .isSorted();
        }
        assertThat(Stored.of("flow_late", database.client())).isEqualTo(new Stored(10, 230));
    }

    @Test
    void pointsOfAnImpossibleTimeOrValueAreLeftOutAndCountedWhileTheRestGoesOn() {
        try (TestingHouse house = TestingHouse.open(database.dataSource(), "10m")) {
            int series = house.series("flow_mixed", "a").index();
            int[] indexes = {series, series, series, series, series};
            long[] times = {
                0,
                now - 5_000,
                now - 4_000,
                Instant.parse("2100-01-01T00:00:00Z").toEpochMilli(),
                now
            };
            double[] values = {1, Double.NaN, Double.POSITIVE_INFINITY, 1, 7};

            house.room(TelemetrySink.class)
                    .accept(new PointBatch("mixed", Instant.ofEpochMilli(now), indexes, times, values))
                    .join();

            Telemetry telemetry = house.room(Telemetry.class);
            Eventually.until("the good one is seen", SOON, () -> telemetry.lastSeenMs(series) == now);
            Sources.SourceStatus status = house.room(Sources.class).all().stream()
                    .filter(source -> source.name().equals("mixed"))
                    .findFirst()
                    .orElseThrow();
            assertThat(status.points()).isEqualTo(1);
            assertThat(status.rejected())
                    .containsExactlyInAnyOrderEntriesOf(Map.of("too_old", 1L, "in_the_future", 1L, "not_finite", 2L));
        }
    }

    @Test
    void aRecordThatIsNoBatchIsPutAsideAndReadingGoesOn() throws InterruptedException, ExecutionException {
        try (TestingHouse house = TestingHouse.open(database.dataSource(), "10m")) {
            Series series = house.series("flow_after_rubbish", "a");
            int partitions = house.room(Broker.class).partitions();

            for (int partition = 0; partition < partitions; partition++) {
                sendRaw(partition, new byte[] {1, 2, 3});
            }
            house.send(now, 42, series);

            Eventually.until(
                    "the point behind the rubbish is seen",
                    SOON,
                    () -> house.room(Telemetry.class).latest(series.index()) == 42);
            Eventually.until(
                    "the rubbish is counted",
                    SOON,
                    () -> house.room(io.micrometer.core.instrument.MeterRegistry.class)
                                    .get("goc.telemetry.dead.letters")
                                    .counter()
                                    .count()
                            >= partitions);
            DeadLetterBox box = house.room(DeadLetterBox.class);
            DeadLetterBox.DeadLetter letter = box.newest(50).getFirst();
            assertThat(letter.reason()).contains("mark of a batch");
            assertThat(letter.beginning()).isEqualTo("010203");
            assertThat(letter.readable()).isFalse();
            assertThatExceptionOfType(OperationsException.class)
                    .isThrownBy(() -> box.replay(letter.id(), Actor.person("ada")))
                    .withMessageContaining("still cannot be decoded");
            assertThatExceptionOfType(OperationsException.class)
                    .isThrownBy(() -> box.replay("0@999999", Actor.person("ada")))
                    .withMessageContaining("no dead letter 0@999999");
        }
    }

    @Test
    void aDeadLetterThatCanBeReadNowIsReplayedIntoHistory() throws InterruptedException, ExecutionException {
        try (TestingHouse house = TestingHouse.open(database.dataSource(), "10m")) {
            Series series = house.series("flow_replayed", "a");
            byte[] record = BatchCodec.encode(new WireBatch(
                    "test",
                    1,
                    1,
                    now,
                    List.of(new WireBatch.Definition(series.id(), series.key())),
                    new long[] {series.id()},
                    new long[] {now},
                    new double[] {77}));
            ProducerRecord<byte[], byte[]> buried = new ProducerRecord<>(Topics.DEAD_LETTERS, 0, null, record);
            buried.headers().add("from", "1@5".getBytes(StandardCharsets.UTF_8));
            sendRaw(buried);
            DeadLetterBox box = house.room(DeadLetterBox.class);
            DeadLetterBox.DeadLetter letter = box.newest(50).stream()
                    .filter(DeadLetterBox.DeadLetter::readable)
                    .findFirst()
                    .orElseThrow();

            box.replay(letter.id(), Actor.person("ada"));

            Eventually.until(
                    "the point is seen", SOON, () -> house.room(Telemetry.class).latest(series.index()) == 77);
        }
    }

    @Test
    void aListenerThatFailsDisturbsNobody() {
        try (TestingHouse house = TestingHouse.open(database.dataSource(), "10m", batch -> {
            throw new IllegalStateException("thrown by a listener on purpose");
        })) {
            Series series = house.series("flow_listener", "a");

            house.send(now - 1_000, 1, series);
            house.send(now, 2, series);

            Eventually.until(
                    "both points are seen by the others",
                    SOON,
                    () -> house.room(Telemetry.class).recent(series.key()).size() == 2);
        }
        assertThat(Stored.of("flow_listener", database.client())).isEqualTo(new Stored(2, 3));
    }

    private TimeRange around() {
        Instant at = Instant.ofEpochMilli(now);
        return new TimeRange(at.minusSeconds(600), at.plusSeconds(600));
    }

    private static void awaitSeen(TestingHouse house, Series series, long timeMs) {
        Eventually.until(
                "the last point is folded",
                SOON,
                () -> house.room(Telemetry.class).lastSeenMs(series.index()) == timeMs);
    }

    private static void sendRaw(int partition, byte[] record) throws InterruptedException, ExecutionException {
        sendRaw(new ProducerRecord<>(Topics.TELEMETRY, partition, null, record));
    }

    private static void sendRaw(ProducerRecord<byte[], byte[]> record) throws InterruptedException, ExecutionException {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestingBroker.address()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }
}
