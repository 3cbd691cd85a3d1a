package io.novacron.goc.e2e.drill;

import static io.novacron.goc.e2e.drill.DrillHouse.say;

import io.novacron.goc.e2e.load.Asker;
import io.novacron.goc.e2e.load.CpuOnly;
import io.novacron.goc.e2e.load.Peer;
import io.novacron.goc.e2e.load.Receiver;
import io.novacron.goc.e2e.load.RemoteWriteBody;
import io.novacron.goc.e2e.load.Sender;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a point takes: in memory, in the broker, as a 10-second rollup. The data is 55 minutes of 10,000 series, one
 * point every ten seconds, the same for VictoriaMetrics.
 */
final class Bytes {

    private static final int HOSTS_SHORT = 1_000;
    private static final int HOSTS_LONG = 10_000;
    private static final long SEED = 13;
    private static final long STEP_MS = 10_000;
    private static final int STEPS = 330;
    private static final int POINTS_A_BODY = 10_000;

    private final Path root;
    private final int hosts;
    private final Figures figures = new Figures("bytes");

    Bytes(Path root, boolean isLong) {
        this.root = root;
        this.hosts = isLong ? HOSTS_LONG : HOSTS_SHORT;
    }

    Figures run() throws IOException {
        try (DrillHouse house =
                new DrillHouse(root, figures.drill(), "--goc.simulation.enabled=false", DrillHouse.FLUSH_SOON)) {
            say("starting the product");
            house.server().start();
            String token = house.token("TELEMETRY_WRITE", "READ", "METRICS");
            long start = DrillHouse.now().toEpochMilli() / STEP_MS * STEP_MS - STEPS * STEP_MS;
            long sent = send(house.receiver(token), start);
            long stored = house.awaitStored("cpu_", sent, Duration.ofMinutes(2));
            figures.add("points", (double) stored, "points");
            try (Asker asker = new Asker(URI.create(house.server().address()), token)) {
                figures.atMost(
                        "memory_bytes_per_point",
                        asker.metric("goc_telemetry_window_bytes") / asker.metric("goc_telemetry_window_points"),
                        "bytes",
                        2);
            }
            figures.add("disk_bytes_per_point_raw", (double) house.bytesInBroker("goc.telemetry") / sent, "bytes");
            figures.add("disk_bytes_per_point_10s", (double) house.bytesOfTable("rollup_10s") / stored, "bytes");
            beside(house.folder(), start);
        }
        return figures;
    }

    private long send(Receiver to, long startMs) {
        CpuOnly data = new CpuOnly(hosts, SEED);
        List<RemoteWriteBody> bodies = new ArrayList<>();
        for (int first = 0; first < data.series(); first += POINTS_A_BODY) {
            bodies.add(new RemoteWriteBody(data, first, Math.min(first + POINTS_A_BODY, data.series())));
        }
        say("sending %d points of %d series to %s".formatted(STEPS * data.series(), data.series(), to.name()));
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
            long sent = send(peer.receiver(), startMs);
            peer.flush();
            figures.peer(peer.name(), "disk_bytes_per_point_raw", (double) peer.bytesOnDisk() / sent, "bytes");
        }
    }
}
