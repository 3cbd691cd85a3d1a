package io.novacron.goc.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.db.TestingDatabase;
import io.novacron.goc.kernel.Eventually;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Kills a real process that sends, folds and stores, in the middle of it, and counts what is in the database at the
 * end.
 */
class KillTest {

    private static final int KILLS = 2;
    private static final Duration SOON = Duration.ofSeconds(90);

    private final TestingDatabase database = TestingDatabase.fresh();
    private final long base = Instant.now().minusSeconds(600).toEpochMilli();
    private volatile int acknowledged = -1;
    private @Nullable Thread reader;

    @Test
    void nothingIsLostAndNothingCountsTwiceOverKillsOfTheProcess() throws IOException, InterruptedException {
        for (int kill = 0; kill < KILLS; kill++) {
            long storedBefore =
                    Stored.of(TelemetryWorker.METRIC, database.client()).points();
            Process worker = start(acknowledged + 1);

            Eventually.until(
                    "the worker has stored something",
                    SOON,
                    () -> !worker.isAlive()
                            || Stored.of(TelemetryWorker.METRIC, database.client())
                                            .points()
                                    > storedBefore);
            assertThat(worker.isAlive()).isTrue();
            worker.destroyForcibly().waitFor();
            readRest();
        }

        Process last = start(acknowledged + 1);
        int resumed = acknowledged;
        Eventually.until("the last worker sends", SOON, () -> acknowledged > resumed + 20);
        last.getOutputStream().write('\n');
        last.getOutputStream().flush();

        assertThat(last.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(last.exitValue()).isZero();
        readRest();
        long rounds = acknowledged + 1L;
        long points = rounds * TelemetryWorker.SERIES;
        double sum = TelemetryWorker.SERIES * (rounds * (rounds - 1) / 2.0);
        assertThat(Stored.of(TelemetryWorker.METRIC, database.client())).isEqualTo(new Stored(points, sum));
    }

    private void readRest() throws InterruptedException {
        Thread reading = reader;
        if (reading != null) {
            assertThat(reading.join(Duration.ofSeconds(5))).isTrue();
        }
    }

    private Process start(int firstRound) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        TelemetryWorker.class.getName(),
                        String.valueOf(database.dataSource().getUrl()),
                        String.valueOf(database.dataSource().getUser()),
                        String.valueOf(database.dataSource().getPassword()),
                        TestingBroker.address(),
                        Long.toString(base),
                        Integer.toString(firstRound))
                .redirectError(Path.of("target", "kill-test-worker.log").toFile())
                .start();
        reader = Thread.ofVirtual().start(() -> follow(process.inputReader()));
        return process;
    }

    private void follow(BufferedReader output) {
        try (output) {
            String line = output.readLine();
            while (line != null) {
                if (line.startsWith("acknowledged ")) {
                    acknowledged = Integer.parseInt(line.substring("acknowledged ".length()));
                }
                line = output.readLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
