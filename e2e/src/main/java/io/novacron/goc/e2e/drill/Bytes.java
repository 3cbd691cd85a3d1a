package io.novacron.goc.e2e.drill;

import static io.novacron.goc.e2e.drill.DrillHouse.say;

import io.novacron.goc.e2e.Patience;
import io.novacron.goc.e2e.load.Asker;
import io.novacron.goc.e2e.load.CpuOnly;
import io.novacron.goc.e2e.load.Peer;
import io.novacron.goc.e2e.load.Receiver;
import io.novacron.goc.e2e.load.RemoteWriteBody;
import io.novacron.goc.e2e.load.Rounds;
import io.novacron.goc.e2e.load.Sender;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a point takes: in memory, in the broker, as a 10-second rollup. First 10,000 series live, one point every ten
 * seconds, for what the rollups take as the product writes them; then 55 minutes of the same at once, for memory and
 * broker, again as of three hours ago for packed rollups, and the same for VictoriaMetrics.
 */
final class Bytes {

    private static final int HOSTS = 1_000;
    private static final long SEED = 13;
    private static final long STEP_MS = 10_000;
    private static final int STEPS = 330;
    private static final int LIVE_STEPS_SHORT = 8;
    private static final int LIVE_STEPS_LONG = 60;
    private static final Duration PACKED_WITHIN = Duration.ofMinutes(5);
    private static final Duration STORED_WITHIN = Duration.ofSeconds(90);

    private final Path root;
    private final int liveSteps;
    private final Figures figures = new Figures("bytes");

    Bytes(Path root, boolean isLong) {
        this.root = root;
        this.liveSteps = isLong ? LIVE_STEPS_LONG : LIVE_STEPS_SHORT;
    }

    Figures run() throws IOException, InterruptedException {
        try (DrillHouse house = new DrillHouse(root, figures.drill(), "--goc.simulation.enabled=false")) {
            say("starting the product");
            house.server().start();
            String token = house.token("TELEMETRY_WRITE", "READ", "METRICS");
            long history = DrillHouse.now().toEpochMilli() / STEP_MS * STEP_MS - STEPS * STEP_MS;
            double rollup = live(house, token);
            long before = house.bytesInBroker("goc.telemetry");
            long sent = history(house.receiver(token), history);
            figures.add("points", (double) sent, "points");
            try (Asker asker = new Asker(URI.create(house.server().address()), token)) {
                awaitFolded(asker, sent + (long) liveSteps * HOSTS * CpuOnly.FIELDS);
                figures.atMost(
                        "memory_bytes_per_point",
                        asker.metric("goc_telemetry_window_bytes") / asker.metric("goc_telemetry_window_points"),
                        "bytes",
                        2);
            }
            figures.add(
                    "disk_bytes_per_point_raw",
                    (double) (house.bytesInBroker("goc.telemetry") - before) / sent,
                    "bytes");
            figures.add("disk_bytes_per_point_10s", packed(house, token), "bytes");
            figures.add("disk_bytes_per_point_10s_before_packing", rollup, "bytes");
            beside(house.folder(), history);
        }
        return figures;
    }

    /** Sends one round every ten seconds, as agents do; returns bytes of rollups a point. */
    private double live(DrillHouse house, String token) throws InterruptedException {
        say("sending %d rounds of %d series, one every ten seconds".formatted(liveSteps, HOSTS * CpuOnly.FIELDS));
        try (Sender sender = new Sender(house.receiver(token));
                Rounds load = new Rounds(new CpuOnly(HOSTS, HOSTS, SEED))) {
            Instant start = DrillHouse.now();
            for (int step = 0; step < liveSteps; step++) {
                DrillHouse.waitUntil(start.plusMillis(step * STEP_MS));
                load.send(sender, 1);
            }
            long stored = house.awaitStored("cpu_", sender.acknowledged(), STORED_WITHIN);
            return (double) house.bytesOfTable("rollup_10s") / stored;
        }
    }

    /** Sends the same as history of three hours ago, which is packed soon; returns bytes of packed hours a point. */
    private static double packed(DrillHouse house, String token) {
        Instant then = DrillHouse.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(3));
        long sent = history(house.receiver(token), then.toEpochMilli());
        Patience.until((int) PACKED_WITHIN.toSeconds(), () -> house.packed("cpu_") >= sent);
        return (double) house.bytesOfTable("rollup_10s_block") / sent;
    }

    private static void awaitFolded(Asker asker, long points) {
        Patience.until(
                (int) STORED_WITHIN.toSeconds(),
                () -> asker.metric("goc_telemetry_points_total{outcome=\"folded\"") >= points);
        DrillHouse.waitFor(Duration.ofSeconds(2));
    }

    private static long history(Receiver to, long startMs) {
        CpuOnly data = new CpuOnly(HOSTS, SEED);
        List<RemoteWriteBody> bodies = new ArrayList<>();
        for (int first = 0; first < data.series(); first += Rounds.POINTS_A_BODY) {
            bodies.add(new RemoteWriteBody(data, first, Math.min(first + Rounds.POINTS_A_BODY, data.series())));
        }
        say("sending %,d points of %,d series to %s".formatted(STEPS * data.series(), data.series(), to.name()));
        try (Sender sender = new Sender(to)) {
            for (int step = 0; step < STEPS; step++) {
                data.step();
                for (RemoteWriteBody body : bodies) {
                    sender.deliver(body.encode(data, startMs + step * STEP_MS), body.points());
                }
            }
            return sender.acknowledged();
        }
    }

    private void beside(Path folder, long startMs) throws IOException {
        Optional<Peer> installed = Peer.victoriaMetrics(folder);
        if (installed.isEmpty()) {
            say("VictoriaMetrics is not installed: its figure is left out");
            return;
        }
        try (Peer peer = installed.get()) {
            long sent = history(peer.receiver(), startMs);
            peer.flush();
            figures.peer(peer.name(), "disk_bytes_per_point_raw", (double) peer.bytesOnDisk() / sent, "bytes");
        }
    }
}
