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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Kills a real process that sends, folds and stores, in the middle of it; a last one reads what the killed ones left.
 * Then the database must hold each acknowledged point once.
 */
class KillTest {

    private static final int KILLS = 2;
    private static final int ROUNDS_AFTER_KILLS = 20;
    private static final Duration SOON = Duration.ofSeconds(90);

    private final TestingDatabase database = TestingDatabase.fresh();
    private final long base = Instant.now().minusSeconds(600).toEpochMilli();
    private final List<Worker> workers = new ArrayList<>();

    @Test
    void nothingIsLostAndNothingCountsTwiceOverKillsOfTheProcess() throws IOException, InterruptedException {
        for (int kill = 0; kill < KILLS; kill++) {
            Worker worker = start();
            Eventually.until(
                    "the worker has stored some of what it sent",
                    SOON,
                    () -> !worker.process.isAlive() || worker.stored().points() > 0);
            assertThat(worker.process.isAlive()).isTrue();
            worker.process.destroyForcibly().waitFor();
            worker.readRest();
        }
        Worker last = start();
        Eventually.until("the last worker sends", SOON, () -> last.acknowledged >= ROUNDS_AFTER_KILLS);
        last.stopSending();

        Eventually.until(
                "everything acknowledged is stored",
                SOON,
                () -> workers.stream().allMatch(Worker::isStored));
        last.end();

        assertThat(last.process.exitValue()).isZero();
        for (Worker worker : workers) {
            assertThat(worker.stored()).isIn(worker.sent(0), worker.sent(worker == last ? 0 : 1));
        }
    }

    private Worker start() throws IOException {
        Worker worker = new Worker("killed_metric_" + workers.size());
        workers.add(worker);
        return worker;
    }

    /** A child process, and how many rounds the broker has acknowledged to it. */
    private final class Worker {

        private final String metric;
        private final Process process;
        private final Thread reader;
        private volatile int acknowledged;
        private volatile boolean stopped;

        Worker(String metric) throws IOException {
            this.metric = metric;
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            TelemetryWorker.class.getName(),
                            String.valueOf(database.dataSource().getUrl()),
                            String.valueOf(database.dataSource().getUser()),
                            String.valueOf(database.dataSource().getPassword()),
                            TestingBroker.address(),
                            metric,
                            Long.toString(base))
                    .redirectError(Path.of("target", metric + ".log").toFile())
                    .start();
            reader = Thread.ofVirtual().start(() -> follow(process.inputReader()));
        }

        /** What must be stored; a process may die with a round taken by the broker that it was not told of. */
        Stored sent(int untold) {
            long rounds = acknowledged + (long) untold;
            return new Stored(rounds * TelemetryWorker.SERIES, TelemetryWorker.SERIES * (rounds * (rounds - 1) / 2.0));
        }

        Stored stored() {
            return Stored.of(metric, database.client());
        }

        boolean isStored() {
            return stored().points() >= sent(0).points();
        }

        void stopSending() throws IOException {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            Eventually.until("the worker has said how far it came", SOON, () -> stopped);
        }

        void end() throws IOException, InterruptedException {
            process.getOutputStream().close();
            process.waitFor();
            readRest();
        }

        void readRest() throws InterruptedException {
            assertThat(reader.join(Duration.ofSeconds(5))).isTrue();
        }

        private void follow(BufferedReader output) {
            try (output) {
                for (String line = output.readLine(); line != null; line = output.readLine()) {
                    if (line.startsWith("acknowledged ")) {
                        acknowledged = Integer.parseInt(line.substring("acknowledged ".length())) + 1;
                    }
                    stopped |= line.equals(TelemetryWorker.STOPPED);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
