package io.novacron.goc.e2e.drill;

import static io.novacron.goc.e2e.drill.DrillHouse.say;

import io.novacron.goc.e2e.load.Asker;
import io.novacron.goc.e2e.load.CpuOnly;
import io.novacron.goc.e2e.load.Peer;
import io.novacron.goc.e2e.load.Receiver;
import io.novacron.goc.e2e.load.RemoteWriteBody;
import io.novacron.goc.e2e.load.Rounds;
import io.novacron.goc.e2e.load.Sender;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Kills the product without a warning, again and again at random moments while remote writes come in; the sender sends
 * again what was not acknowledged, as real ones do. At the end the points in the database must be exactly those
 * acknowledged.
 */
final class Crash {

    private static final int HOSTS = 2_000;
    private static final long SEED = 11;
    private static final int KILLS_SHORT = 20;
    private static final int KILLS_LONG = 300;
    private static final int KILLS_BESIDE = 10;
    private static final int HOSTS_BESIDE = 200;
    private static final int LIVE_MS_LEAST = 500;
    private static final int LIVE_MS_MOST = 6_000;

    private final Path root;
    private final int kills;
    private final Figures figures = new Figures("crash");

    Crash(Path root, boolean isLong) {
        this.root = root;
        this.kills = isLong ? KILLS_LONG : KILLS_SHORT;
    }

    Figures run() throws IOException, InterruptedException {
        AtomicBoolean sending = new AtomicBoolean(true);
        try (DrillHouse house =
                        new DrillHouse(root, figures.drill(), "--goc.simulation.enabled=false", DrillHouse.FLUSH_SOON);
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            say("starting the product");
            house.server().start();
            Receiver ours = house.remoteWrite();
            try (Sender sender = new Sender(ours);
                    Rounds load = new Rounds(new CpuOnly(HOSTS, SEED))) {
                Future<?> under = thread.submit(() -> sendWhile(sending, load, sender));
                double worstRestart = killAgainAndAgain(house, sender);
                sending.set(false);
                awaitEnd(under);
                long acknowledged = sender.acknowledged();
                long stored = house.awaitStored("cpu_", acknowledged, Duration.ofSeconds(90));
                figures.add("kills", kills, "");
                figures.add("acknowledged", (double) acknowledged, "points");
                figures.atMost("lost", (double) Math.max(0, acknowledged - stored), "points", 0);
                figures.atMost("doubled", (double) Math.max(0, stored - acknowledged), "points", 0);
                figures.add("waiting_for_their_hour", (double) house.waitingForTheirHour("cpu_"), "points");
                figures.add("restart_s_worst", worstRestart, "s");
                beside(house.folder());
            } finally {
                sending.set(false);
            }
        }
        return figures;
    }

    /** Returns how long the longest start after a kill took, in seconds. */
    private double killAgainAndAgain(DrillHouse house, Sender sender) {
        SplittableRandom random = new SplittableRandom(SEED);
        double worst = 0;
        for (int kill = 1; kill <= kills; kill++) {
            DrillHouse.waitFor(Duration.ofMillis(random.nextInt(LIVE_MS_LEAST, LIVE_MS_MOST)));
            house.server().kill();
            Instant killed = DrillHouse.now();
            house.server().start();
            double seconds = DrillHouse.seconds(killed);
            worst = Math.max(worst, seconds);
            say("kill %d of %d: live again after %.1f s, %,d points acknowledged"
                    .formatted(kill, kills, seconds, sender.acknowledged()));
        }
        return worst;
    }

    /**
     * The same for VictoriaMetrics, where it is installed: fewer kills, for it starts quickly. What was not
     * acknowledged is not sent again, so that what is lost can be counted.
     */
    private void beside(Path folder) throws IOException {
        Optional<Peer> installed = Peer.victoriaMetrics(folder);
        if (installed.isEmpty()) {
            say("VictoriaMetrics is not installed: its figure is left out");
            return;
        }
        CpuOnly data = new CpuOnly(HOSTS_BESIDE, SEED);
        RemoteWriteBody body = new RemoteWriteBody(data, 0, data.series());
        SplittableRandom random = new SplittableRandom(SEED);
        long acknowledged = 0;
        try (Peer peer = installed.get();
                Asker asker = new Asker(peer.address(), null)) {
            for (int kill = 1; kill <= KILLS_BESIDE; kill++) {
                Instant until = DrillHouse.now().plusMillis(random.nextInt(LIVE_MS_LEAST, LIVE_MS_MOST));
                try (Sender sender = new Sender(peer.receiver())) {
                    while (DrillHouse.now().isBefore(until)) {
                        data.step();
                        int status =
                                sender.post(body.encode(data, DrillHouse.now().toEpochMilli()));
                        acknowledged += status / 100 == 2 ? body.points() : 0;
                    }
                }
                peer.killAndStart();
            }
            peer.flush();
            DrillHouse.waitFor(Duration.ofSeconds(2));
            double found = asker.newest("sum(count_over_time({__name__=~'cpu_.+'}[1h]))");
            figures.peer(peer.name(), "kills", KILLS_BESIDE, "");
            figures.peer(peer.name(), "acknowledged", (double) acknowledged, "points");
            figures.peer(peer.name(), "lost", Math.max(0, acknowledged - (Double.isNaN(found) ? 0 : found)), "points");
        }
    }

    static void sendWhile(AtomicBoolean sending, Rounds load, Sender sender) {
        try {
            while (sending.get()) {
                load.send(sender, 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void awaitEnd(Future<?> under) throws InterruptedException {
        try {
            under.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the load ended early", e.getCause());
        }
    }
}
