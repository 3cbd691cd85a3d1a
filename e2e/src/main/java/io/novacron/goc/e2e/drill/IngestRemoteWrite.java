package io.novacron.goc.e2e.drill;

import static io.novacron.goc.e2e.drill.DrillHouse.say;

import io.novacron.goc.e2e.load.CpuOnly;
import io.novacron.goc.e2e.load.Peer;
import io.novacron.goc.e2e.load.Receiver;
import io.novacron.goc.e2e.load.Rounds;
import io.novacron.goc.e2e.load.Sender;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Remote writes of 100,000 series as fast as they are taken: what a million points cost, how many come in a second, and
 * whether all are stored. The same bodies go to the peers in turn.
 */
final class IngestRemoteWrite {

    private static final int HOSTS = 10_000;
    private static final long SEED = 7;
    private static final Duration SETTLE = Duration.ofMillis(700);
    private static final int WARM_UP_ROUNDS = 300;
    private static final int PEER_WARM_UP_ROUNDS = 2;
    private static final int ROUNDS_BETWEEN_LOOKS = 5;

    private final Path root;
    private final int turns;
    private final Duration turnOf;
    private final Figures figures = new Figures("ingest-remote-write");

    IngestRemoteWrite(Path root, boolean isLong) {
        this.root = root;
        this.turns = isLong ? 5 : 3;
        this.turnOf = Duration.ofSeconds(isLong ? 60 : 10);
    }

    /** What one turn cost and gave. */
    private record Turn(double cpu, double cpuOfDatabase, double seconds, long points) {

        double cpuPerMillion() {
            return (cpu + cpuOfDatabase) / points * 1e6;
        }

        double databasePerMillion() {
            return cpuOfDatabase / points * 1e6;
        }

        double perSecond() {
            return points / seconds;
        }
    }

    /** A receiver with a load of its own. */
    private static final class Lane implements AutoCloseable {

        private final Receiver receiver;
        private final Sender sender;
        private final Rounds load;
        private final List<Turn> turns = new ArrayList<>();

        Lane(Receiver receiver) {
            this.receiver = receiver;
            this.sender = new Sender(receiver);
            this.load = new Rounds(new CpuOnly(HOSTS, SEED));
        }

        void warmUp(int rounds) throws InterruptedException {
            say("warming up " + receiver.name());
            load.send(sender, rounds);
        }

        void turn(Duration atLeast) throws InterruptedException {
            Duration cpu = receiver.cpu();
            Duration children = receiver.cpuOfChildren();
            long before = sender.acknowledged();
            Instant start = DrillHouse.now();
            while (DrillHouse.now().isBefore(start.plus(atLeast))) {
                load.send(sender, ROUNDS_BETWEEN_LOOKS);
            }
            double seconds = DrillHouse.seconds(start);
            DrillHouse.waitFor(SETTLE);
            Turn done = new Turn(
                    DrillHouse.seconds(receiver.cpu().minus(cpu)),
                    DrillHouse.seconds(receiver.cpuOfChildren().minus(children)),
                    seconds,
                    sender.acknowledged() - before);
            turns.add(done);
            say("%s: %.2f CPU-s a million, of it %.2f in the database; %,.0f points/s"
                    .formatted(receiver.name(), done.cpuPerMillion(), done.databasePerMillion(), done.perSecond()));
        }

        double median(ToDoubleFunction<Turn> figure) {
            double[] sorted = turns.stream().mapToDouble(figure).sorted().toArray();
            return sorted[sorted.length / 2];
        }

        @Override
        public void close() {
            sender.close();
            load.close();
        }
    }

    Figures run() throws IOException, InterruptedException {
        List<Peer> peers = List.of();
        List<Lane> lanes = new ArrayList<>();
        try (DrillHouse house =
                new DrillHouse(root, figures.drill(), "--goc.simulation.enabled=false", DrillHouse.FLUSH_SOON)) {
            say("starting the product and the peers that are installed");
            house.server().start();
            Lane own = new Lane(house.remoteWrite());
            lanes.add(own);
            peers = Peer.installed(house.folder());
            peers.forEach(peer -> lanes.add(new Lane(peer.receiver())));
            for (Lane lane : lanes) {
                lane.warmUp(lane == own ? WARM_UP_ROUNDS : PEER_WARM_UP_ROUNDS);
            }
            for (int turn = 1; turn <= turns; turn++) {
                for (Lane lane : lanes) {
                    lane.turn(turnOf);
                }
            }
            long acknowledged = own.sender.acknowledged();
            tell(own, acknowledged, house.awaitStored("cpu_", acknowledged, Duration.ofSeconds(60)));
            lanes.stream().filter(lane -> lane != own).forEach(this::tell);
        } finally {
            lanes.forEach(Lane::close);
            peers.forEach(Peer::close);
        }
        return figures;
    }

    private void tell(Lane own, long acknowledged, long stored) {
        figures.atMost("cpu_s_per_million", own.median(Turn::cpuPerMillion), "s", 1.0);
        figures.add("cpu_s_per_million_database", own.median(Turn::databasePerMillion), "s");
        figures.atLeast("points_per_s", own.median(Turn::perSecond), "/s", 400_000);
        figures.add("acknowledged", (double) acknowledged, "points");
        figures.atMost("lost", (double) Math.max(0, acknowledged - stored), "points", 0);
        figures.atMost("doubled", (double) Math.max(0, stored - acknowledged), "points", 0);
    }

    private void tell(Lane peer) {
        figures.peer(peer.receiver.name(), "cpu_s_per_million", peer.median(Turn::cpuPerMillion), "s");
        figures.peer(peer.receiver.name(), "points_per_s", peer.median(Turn::perSecond), "/s");
    }
}
