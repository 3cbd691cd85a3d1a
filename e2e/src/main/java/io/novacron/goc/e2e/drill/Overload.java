package io.novacron.goc.e2e.drill;

import static io.novacron.goc.e2e.drill.DrillHouse.say;

import io.novacron.goc.e2e.load.CpuOnly;
import io.novacron.goc.e2e.load.Receiver;
import io.novacron.goc.e2e.load.RemoteWriteBody;
import io.novacron.goc.e2e.load.Sender;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ten times the senders that already use all of the machine, none of which waits when it is told to: how much is still
 * taken, whether the process survives, and how soon it answers as before.
 */
final class Overload {

    private static final int SENDERS_AT_PEAK = 4;
    private static final int TIMES = 10;
    private static final int SERIES_A_SENDER = 5_000;
    private static final long SEED = 17;
    private static final Duration WARM_UP = Duration.ofSeconds(25);
    private static final Duration PEAK = Duration.ofSeconds(20);
    private static final Duration ANSWERS_AS_BEFORE = Duration.ofMillis(250);
    private static final int RECOVERED_IN_A_ROW = 5;

    private final Path root;
    private final Duration length;
    private final Figures figures = new Figures("overload");
    private final CpuOnly data = new CpuOnly(SERIES_A_SENDER * SENDERS_AT_PEAK * TIMES / CpuOnly.FIELDS, SEED);
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong pushedBack = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();

    Overload(Path root, boolean isLong) {
        this.root = root;
        this.length = Duration.ofSeconds(isLong ? 600 : 120);
    }

    Figures run() throws IOException, InterruptedException {
        try (DrillHouse house =
                new DrillHouse(root, figures.drill(), "--goc.simulation.enabled=false", DrillHouse.FLUSH_SOON)) {
            say("starting the product");
            house.server().start();
            Receiver ours = house.remoteWrite();
            say("warming up with %d senders".formatted(SENDERS_AT_PEAK));
            send(ours, SENDERS_AT_PEAK, WARM_UP);
            double peak = send(ours, SENDERS_AT_PEAK, PEAK);
            say("%,.0f points/s at the peak; now %d senders for %d s"
                    .formatted(peak, SENDERS_AT_PEAK * TIMES, length.toSeconds()));
            pushedBack.set(0);
            unanswered.set(0);
            double under = send(ours, SENDERS_AT_PEAK * TIMES, length);
            double recovery = recovery(ours);
            long acknowledged = taken.get();
            long stored = house.awaitStored("cpu_", acknowledged, Duration.ofSeconds(60));
            boolean outOfMemory = house.server().logText().contains("OutOfMemoryError");
            figures.atLeast("goodput_ratio", under / peak, "", 0.9);
            figures.atMost("recovery_s", recovery, "s", 5);
            figures.atMost("out_of_memory", outOfMemory ? 1 : 0, "", 0);
            figures.add("peak_points_per_s", peak, "/s");
            figures.add("overload_points_per_s", under, "/s");
            figures.add("pushed_back", (double) pushedBack.get(), "bodies");
            figures.add("unanswered", (double) unanswered.get(), "bodies");
            figures.add("rss_mb", house.residentMb(), "MB");
            figures.atMost("lost", (double) Math.max(0, acknowledged - stored), "points", 0);
            figures.atMost("doubled", (double) Math.max(0, stored - acknowledged), "points", 0);
        }
        return figures;
    }

    /** Lets so many senders send without a pause; returns the points that were taken a second. */
    private double send(Receiver to, int senders, Duration duration) throws InterruptedException {
        AtomicBoolean sending = new AtomicBoolean(true);
        long before = taken.get();
        Instant start = DrillHouse.now();
        try (ExecutorService threads = Executors.newFixedThreadPool(senders)) {
            List<Future<?>> all = new ArrayList<>();
            for (int sender = 0; sender < senders; sender++) {
                int mine = sender;
                all.add(threads.submit(() -> sendWhile(sending, to, mine)));
            }
            DrillHouse.waitFor(duration);
            double perSecond = (taken.get() - before) / DrillHouse.seconds(start);
            if (all.stream().anyMatch(Future::isDone)) {
                throw new IllegalStateException("a sender ended early");
            }
            sending.set(false);
            return perSecond;
        }
    }

    private void sendWhile(AtomicBoolean sending, Receiver to, int number) {
        int first = number * SERIES_A_SENDER;
        RemoteWriteBody body = new RemoteWriteBody(data, first, first + SERIES_A_SENDER);
        long timeMs = 0;
        try (Sender sender = new Sender(to)) {
            while (sending.get()) {
                timeMs = Math.max(timeMs + 1, DrillHouse.now().toEpochMilli());
                deliver(sender, body.encode(data, timeMs), body.points());
            }
        }
    }

    /** Sends again until it is taken, so that what is counted as taken is what is stored; does not wait in between. */
    private void deliver(Sender sender, byte[] body, int points) {
        while (true) {
            int status = sender.post(body);
            if (status / 100 == 2) {
                taken.addAndGet(points);
                return;
            }
            (status > 0 ? pushedBack : unanswered).incrementAndGet();
        }
    }

    /** How long until a few bodies in a row are taken as quickly as before, in seconds. */
    private double recovery(Receiver to) {
        Instant start = DrillHouse.now();
        RemoteWriteBody body = new RemoteWriteBody(data, 0, SERIES_A_SENDER);
        try (Sender sender = new Sender(to)) {
            int quick = 0;
            while (quick < RECOVERED_IN_A_ROW) {
                Instant sent = DrillHouse.now();
                deliver(sender, body.encode(data, sent.toEpochMilli()), body.points());
                Duration answer = Duration.between(sent, DrillHouse.now());
                quick = answer.compareTo(ANSWERS_AS_BEFORE) < 0 ? quick + 1 : 0;
            }
        }
        return DrillHouse.seconds(start);
    }
}
