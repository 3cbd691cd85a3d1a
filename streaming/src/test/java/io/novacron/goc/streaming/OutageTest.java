package io.novacron.goc.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.db.TestingDatabase;
import io.novacron.goc.kernel.Eventually;
import io.novacron.goc.streaming.embedded.EmbeddedKafka;
import io.novacron.goc.telemetry.Series;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/** What the parts around us do when they stop, crash or move: nothing acknowledged is lost, nothing counts twice. */
class OutageTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String FLUSH_OFTEN = "1s";
    private static final int ROUNDS = 15;
    private static final int SERIES = 24;

    private final TestingDatabase database = TestingDatabase.fresh();
    private final long start = Instant.now().toEpochMilli() - 120_000;
    private int sent;

    @TempDir
    private Path folder;

    /** Sends rounds of the next second and the next whole number; each until it is acknowledged, as senders do. */
    private void send(TestingHouse house, String metric, int rounds) {
        Series series = house.series(metric, "a");
        for (int i = 0; i < rounds; i++) {
            boolean acknowledged = false;
            while (!acknowledged) {
                try {
                    house.send(start + sent * 1_000L, sent, series);
                    acknowledged = true;
                } catch (CompletionException e) {
                    assertThat(e).hasMessageContaining("send again");
                }
            }
            sent++;
        }
    }

    private void assertAllIsStoredOnce(String metric, String broker) {
        try (TestingHouse _ = TestingHouse.at(database.dataSource(), broker, FLUSH_OFTEN)) {
            Eventually.until("everything acknowledged is stored", SOON, () -> stored(metric) >= sent);
        }
        assertThat(Stored.of(metric, database.client())).isEqualTo(new Stored(sent, sent * (sent - 1) / 2.0));
    }

    private long stored(String metric) {
        return Stored.of(metric, database.client()).points();
    }

    @Test
    void theBrokerStopsAndComesBack() {
        EmbeddedKafka broker = EmbeddedKafka.start(folder, 0);
        int port = Integer.parseInt(broker.bootstrapServers().replaceAll(".*:", ""));
        try (TestingHouse house = at(broker)) {
            send(house, "outage_broker", ROUNDS);
            broker.close();
            Thread sender = Thread.ofVirtual().start(() -> send(house, "outage_broker", ROUNDS));
            broker = EmbeddedKafka.start(folder, port);
            Eventually.until("the sender goes on", SOON, () -> !sender.isAlive());
            send(house, "outage_broker", ROUNDS);
        }

        assertAllIsStoredOnce("outage_broker", broker.bootstrapServers());
        broker.close();
    }

    @Test
    void theDatabaseCrashesAndComesBack() {
        // The server of tests answers before it has written; this database is to behave as that of the product.
        database.client().sql("""
                        do $$ begin
                            execute format('alter database %I set synchronous_commit = on', current_database());
                        end $$
                        """).update();
        try (TestingHouse house = TestingHouse.open(database.dataSource(), FLUSH_OFTEN)) {
            for (int crash = 0; crash < 2; crash++) {
                send(house, "outage_database", ROUNDS);
                Eventually.until("some is stored", SOON, () -> stored("outage_database") > 0);
                TestingDatabase.crash();
                send(house, "outage_database", ROUNDS);
                Eventually.until("the database answers", SOON, this::databaseAnswers);
            }
            send(house, "outage_database", ROUNDS);
        }

        assertAllIsStoredOnce("outage_database", TestingBroker.address());
    }

    private boolean databaseAnswers() {
        try {
            return database.client().sql("select 1").query(Integer.class).single() == 1;
        } catch (DataAccessException e) {
            return false;
        }
    }

    /** A series is announced once by its sender; whoever reads it later must learn of it from the database. */
    @Test
    void partitionsMoveToReadersThatHaveNotHeardOfTheirSeries() {
        try (EmbeddedKafka broker = EmbeddedKafka.start(folder, 0);
                TestingHouse sender = at(broker);
                TestingHouse bystander = at(broker)) {
            Series[] series = IntStream.range(0, SERIES)
                    .mapToObj(i -> sender.series("outage_moved", "host-" + i))
                    .toArray(Series[]::new);
            try (TestingHouse leaving = at(broker)) {
                sendAll(sender, series);
                Eventually.until("the first rounds are stored", SOON, () -> stored("outage_moved") >= sent);
                sendAll(sender, series);
                assertThat(leaving.counted("goc.telemetry.points", "folded")).isPositive();
            }
            sendAll(sender, series);
            Eventually.until("the rest is stored", SOON, () -> stored("outage_moved") >= sent);
            assertThat(bystander.counted("goc.telemetry.points", "folded")).isPositive();
            assertThat(bystander.counted("goc.telemetry.points", "undefined_series"))
                    .isZero();
        }

        assertThat(stored("outage_moved")).isEqualTo(sent);
    }

    private TestingHouse at(EmbeddedKafka broker) {
        return TestingHouse.at(database.dataSource(), broker.bootstrapServers(), FLUSH_OFTEN);
    }

    private void sendAll(TestingHouse house, Series[] series) {
        for (int i = 0; i < ROUNDS; i++) {
            house.send(start + sent * 10L, 1, series);
            sent += series.length;
        }
    }
}
