package io.novacron.goc.streaming;

import io.novacron.goc.telemetry.Series;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A process of its own that sends, reads and stores telemetry until it is killed. It says on its output which round the
 * broker has acknowledged. A line on its input ends the sending, the end of its input ends the process. Arguments:
 * database address, user, password, broker, metric, time of round 0.
 */
final class TelemetryWorker {

    static final int SERIES = 20;
    static final String STOPPED = "stopped";
    static final int STEP_MS = 50;

    private TelemetryWorker() {}

    public static void main(String[] arguments) throws IOException {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL(arguments[0]);
        dataSource.setUser(arguments[1]);
        dataSource.setPassword(arguments[2]);
        long base = Long.parseLong(arguments[5]);
        try (TestingHouse house = TestingHouse.at(dataSource, arguments[3], "1s")) {
            Series[] series = new Series[SERIES];
            for (int i = 0; i < SERIES; i++) {
                series[i] = house.series(arguments[4], "host-" + i);
            }
            for (int round = 0; System.in.available() == 0; round++) {
                house.send(base + (long) round * STEP_MS, round, series);
                System.out.println("acknowledged " + round);
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
            System.out.println(STOPPED);
            System.in.transferTo(System.err);
        }
    }
}
