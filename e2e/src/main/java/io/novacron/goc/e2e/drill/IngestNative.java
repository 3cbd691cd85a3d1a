package io.novacron.goc.e2e.drill;

import static io.novacron.goc.e2e.drill.DrillHouse.say;

import io.novacron.goc.client.TelemetryClient;
import io.novacron.goc.e2e.Patience;
import io.novacron.goc.e2e.load.Asker;
import io.novacron.goc.e2e.load.CpuOnly;
import io.novacron.goc.e2e.load.NativeRounds;
import io.novacron.goc.e2e.load.Receiver;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Native batches of 100,000 series as fast as they are taken, through the broker, folded, visible and into the
 * database, with the generator on the same machine. The clock stops when the last round is visible to a query.
 */
final class IngestNative {

    private static final int HOSTS = 10_000;
    private static final long SEED = 7;
    private static final int WARM_UP_ROUNDS = 300;
    private static final int LOOK_EVERY_ROUNDS = 20;
    private static final int VISIBLE_WITHIN_S = 60;
    private static final double RESIDENT_MB_MOST = 2_500;

    /** A hundredth of the hosts, spread over all partitions; a query over all of them would look at too many series. */
    private static final String OLDEST_OF_SOME = "min(timestamp(cpu_usage_user{rack='7'}))";

    private final Path root;
    private final Duration length;
    private final Figures figures = new Figures("ingest-native");

    IngestNative(Path root, boolean isLong) {
        this.root = root;
        this.length = Duration.ofSeconds(isLong ? 600 : 60);
    }

    Figures run() throws IOException, InterruptedException {
        try (DrillHouse house =
                new DrillHouse(root, figures.drill(), "--goc.simulation.enabled=false", DrillHouse.FLUSH_SOON)) {
            say("starting the product");
            house.server().start();
            String token = house.token("TELEMETRY_WRITE", "READ");
            URI address = URI.create(house.server().address());
            try (TelemetryClient client = TelemetryClient.connect(address, token);
                    NativeRounds load = new NativeRounds(new CpuOnly(HOSTS, SEED), client);
                    Asker asker = new Asker(address, token)) {
                say("warming up");
                for (int round = 0; round < WARM_UP_ROUNDS; round++) {
                    load.send();
                }
                awaitVisible(asker, load);
                measure(house, load, asker);
                long acknowledged = load.acknowledged();
                long stored = house.awaitStored("cpu_", acknowledged, Duration.ofSeconds(60));
                figures.add("acknowledged", (double) acknowledged, "points");
                figures.atMost("lost", (double) Math.max(0, acknowledged - stored), "points", 0);
                figures.atMost("doubled", (double) Math.max(0, stored - acknowledged), "points", 0);
            }
        }
        return figures;
    }

    private void measure(DrillHouse house, NativeRounds load, Asker asker) throws InterruptedException {
        say("sending for %d s".formatted(length.toSeconds()));
        Receiver server = house.receiver("");
        Duration cpu = server.cpu();
        Duration database = server.cpuOfChildren();
        long before = load.acknowledged();
        double resident = 0;
        Instant start = DrillHouse.now();
        for (int round = 1; DrillHouse.now().isBefore(start.plus(length)); round++) {
            load.send();
            if (round % LOOK_EVERY_ROUNDS == 0) {
                resident = Math.max(resident, house.residentMb());
            }
        }
        double sending = DrillHouse.seconds(start);
        awaitVisible(asker, load);
        double seconds = DrillHouse.seconds(start);
        double points = load.acknowledged() - before;
        double spent = DrillHouse.seconds(server.cpu().minus(cpu))
                + DrillHouse.seconds(server.cpuOfChildren().minus(database));
        figures.atLeast("points_per_s", points / seconds, "/s", 1_000_000);
        figures.add("visible_after_last_s", seconds - sending, "s");
        figures.add("cpu_s_per_million", spent / points * 1e6, "s");
        figures.atMost("rss_mb", resident, "MB", RESIDENT_MB_MOST);
    }

    private static void awaitVisible(Asker asker, NativeRounds load) {
        long wanted = load.lastTimeMs();
        boolean visible = Patience.until(VISIBLE_WITHIN_S, () -> asker.newest(OLDEST_OF_SOME) * 1e3 >= wanted - 0.5);
        if (!visible) {
            throw new IllegalStateException("the last round did not become visible");
        }
    }
}
