package io.novacron.goc.e2e.drill;

import static io.novacron.goc.e2e.drill.DrillHouse.say;

import io.novacron.goc.e2e.Patience;
import io.novacron.goc.e2e.load.CpuOnly;
import io.novacron.goc.e2e.load.Rounds;
import io.novacron.goc.e2e.load.Sender;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets the disk of the product fill under remote writes, until it takes no more; makes room and starts it again, as an
 * operator would. The sender sends again what was not acknowledged. At the end the points in the database must be
 * exactly those acknowledged, and the log must have said what was the matter.
 */
final class DiskFull {

    private static final int HOSTS = 5_000;
    private static final long SEED = 17;
    private static final int DISK_MB = 700;
    private static final int LARGER_DISK_MB = 4_000;
    private static final int FULL_WITHIN_SECONDS = 240;
    private static final Duration NO_YES_FOR = Duration.ofSeconds(5);
    private static final Duration STORED_WITHIN = Duration.ofMinutes(2);

    private final Path root;
    private final Figures figures = new Figures("disk-full");

    DiskFull(Path root) {
        this.root = root;
    }

    Figures run() throws IOException, InterruptedException {
        AtomicBoolean sending = new AtomicBoolean(true);
        try (DrillHouse house =
                        new DrillHouse(root, figures.drill(), "--goc.simulation.enabled=false", DrillHouse.FLUSH_SOON);
                SmallDisk disk = new SmallDisk(house.folder().resolve("data"), DISK_MB);
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            say("starting the product on a disk of %d MB".formatted(DISK_MB));
            house.server().start();
            try (Sender sender = new Sender(house.remoteWrite());
                    Rounds load = new Rounds(new CpuOnly(HOSTS, SEED))) {
                Future<?> under = thread.submit(() -> Crash.sendWhile(sending, load, sender));
                boolean full = awaitNoMore(sender);
                long beforeFull = sender.acknowledged();
                say("no more is taken after %,d points; making room".formatted(beforeFull));
                boolean told = house.server().logText().matches("(?is).*(no space left|disk.{0,40}full).*");
                house.server().kill();
                disk.grow(LARGER_DISK_MB);
                Instant started = DrillHouse.now();
                house.server().start();
                double restart = DrillHouse.seconds(started);
                Patience.until(FULL_WITHIN_SECONDS, () -> sender.acknowledged() > beforeFull);
                sending.set(false);
                Crash.awaitEnd(under);
                long acknowledged = sender.acknowledged();
                long stored = house.awaitStored("cpu_", acknowledged, STORED_WITHIN);
                figures.add("became_full", full ? 1 : 0, "");
                figures.atLeast("cause_in_log", told ? 1 : 0, "", 1);
                figures.add("acknowledged_before_full", (double) beforeFull, "points");
                figures.add("acknowledged", (double) acknowledged, "points");
                figures.atMost("lost", (double) Math.max(0, acknowledged - stored), "points", 0);
                figures.atMost("doubled", (double) Math.max(0, stored - acknowledged), "points", 0);
                figures.add("restart_s", restart, "s");
            } finally {
                sending.set(false);
            }
        }
        return figures;
    }

    /** Waits until nothing was acknowledged for some seconds; false when that did not happen in time. */
    private static boolean awaitNoMore(Sender sender) {
        long[] seen = {sender.acknowledged()};
        Instant[] since = {DrillHouse.now()};
        return Patience.until(FULL_WITHIN_SECONDS, () -> {
            DrillHouse.waitFor(Duration.ofMillis(200));
            long now = sender.acknowledged();
            if (now != seen[0]) {
                seen[0] = now;
                since[0] = DrillHouse.now();
            }
            return Duration.between(since[0], DrillHouse.now()).compareTo(NO_YES_FOR) > 0;
        });
    }
}
