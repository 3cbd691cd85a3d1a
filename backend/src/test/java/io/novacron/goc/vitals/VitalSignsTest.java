package io.novacron.goc.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.db.TestingDatabase;
import io.novacron.goc.kernel.TestingClock;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.SeriesKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

class VitalSignsTest {

    private final TestingClock clock = TestingClock.at("2026-11-28T03:00:00Z");
    private final SeriesCatalog catalog = new SeriesCatalog(7, 100);
    private final Canary canary = new Canary(catalog, clock);
    private final BlockingQueue<PointBatch> onTheirWay = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        canary.close();
    }

    private PointBatch sent() throws InterruptedException {
        canary.start(batch -> {
            onTheirWay.add(batch);
            return CompletableFuture.completedFuture(0);
        });
        PointBatch first = onTheirWay.poll(10, TimeUnit.SECONDS);
        return Objects.requireNonNull(first);
    }

    @Test
    void telemetryIsAliveAsOfTheSendingOfThePointThatCameBack() throws InterruptedException {
        Instant sentAt = clock.instant();
        PointBatch point = sent();
        clock.advance(Duration.ofMillis(300));
        Instant before = canary.heardAt();

        canary.folded(point);

        assertThat(before).isEqualTo(Instant.EPOCH);
        assertThat(canary.heardAt()).isEqualTo(sentAt);
    }

    @Test
    void pointsOfOthersAndOldOnesThatAreReadAgainSayNothing() throws InterruptedException {
        PointBatch point = sent();
        canary.folded(point);
        Instant heard = canary.heardAt();
        int other = catalog.resolve(SeriesKey.of("node_load1"), "prometheus").index();
        Instant later = heard.plusSeconds(60);

        canary.folded(new PointBatch("prometheus", later, new int[] {other}, new long[] {0}, new double[] {1}));
        canary.folded(new PointBatch(
                Canary.NAME, heard.minusSeconds(9), point.series(), point.timestampsMs(), point.values()));

        assertThat(canary.heardAt()).isEqualTo(heard);
    }

    @Test
    void theDatabaseIsAliveAsOfTheQuestionThatItAnswered() {
        DatabaseProbe probe =
                new DatabaseProbe(new VitalsStore(TestingDatabase.fresh().client()), clock);
        Instant before = probe.answeredAt();

        probe.ask();

        assertThat(before).isEqualTo(Instant.EPOCH);
        assertThat(probe.answeredAt()).isEqualTo(clock.instant());
    }

    @Test
    void aDatabaseThatRefusesKeepsTheTimeOfItsLastAnswer() {
        DatabaseProbe probe = new DatabaseProbe(new VitalsStore(JdbcClient.create(new Refusing())), clock);

        probe.ask();

        assertThat(probe.answeredAt()).isEqualTo(Instant.EPOCH);
    }

    /** A server that takes no connection. */
    private static final class Refusing extends AbstractDataSource {

        @Override
        public Connection getConnection() throws SQLException {
            throw new SQLException("connection refused");
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }
}
