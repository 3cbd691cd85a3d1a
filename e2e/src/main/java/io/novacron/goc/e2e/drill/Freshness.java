package io.novacron.goc.e2e.drill;

import static io.novacron.goc.e2e.drill.DrillHouse.say;

import com.microsoft.playwright.Page;
import io.novacron.goc.e2e.Chromium;
import io.novacron.goc.e2e.Patience;
import io.novacron.goc.e2e.Person;
import io.novacron.goc.e2e.load.Asker;
import io.novacron.goc.e2e.load.HistoryBody;
import io.novacron.goc.e2e.load.Peer;
import io.novacron.goc.e2e.load.Receiver;
import io.novacron.goc.e2e.load.Sender;
import io.novacron.goc.e2e.screens.HostScreen;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * From a sample that is sent to the moment when a query finds it, and when a chart in a browser has it. One sample a
 * second, at a random moment of it, goes to the product and to its peers; the product runs as it comes, with its
 * simulated fleet.
 */
final class Freshness {

    private static final String METRIC = "node_load1";
    private static final int WARM_UP_SAMPLES = 10;
    private static final int SAMPLES_SHORT = 60;
    private static final int SAMPLES_LONG = 600;
    private static final Duration LAST_SEEN_WITHIN = Duration.ofSeconds(45);

    /** Notes when the browser has drawn each value that is pushed to the chart. */
    private static final String WATCH = """
            (title) => {
              const chart = [...document.querySelectorAll('goc-chart')]
                .find((each) => each.shadowRoot.querySelector('h3').textContent.includes(title));
              const push = chart.push.bind(chart);
              window.seen = {};
              chart.push = (time, values) => {
                push(time, values);
                requestAnimationFrame(() => { window.seen[values[0]] = Date.now(); });
              };
            }""";

    private final Path root;
    private final int samples;
    private final SplittableRandom random = new SplittableRandom(5);
    private final Figures figures = new Figures("freshness");

    Freshness(Path root, boolean isLong) {
        this.root = root;
        this.samples = isLong ? SAMPLES_LONG : SAMPLES_SHORT;
    }

    /** Somebody who is sent samples and asked for the newest. */
    private static final class Lane implements AutoCloseable {

        private final String name;
        private final Sender sender;
        private final Asker asker;
        private final Map<Integer, Long> sentAt = new ConcurrentHashMap<>();
        private final Map<Integer, Long> seenAt = new ConcurrentHashMap<>();

        Lane(String name, Receiver receiver, URI address, String token) {
            this.name = name;
            this.sender = new Sender(receiver);
            this.asker = new Asker(address, token.isEmpty() ? null : token);
        }

        void send(int number) {
            long now = DrillHouse.now().toEpochMilli();
            HistoryBody body = new HistoryBody()
                    .add(
                            List.of("__name__", METRIC, "instance", "fresh-1:9100", "job", "fresh"),
                            new long[] {now},
                            new double[] {number});
            sentAt.put(number, now);
            sender.deliver(body.encode(), 1);
        }

        /** A query that finds one sample finds all before it as well. */
        void look() {
            int newest = (int) asker.newest("%s{job='fresh'}".formatted(METRIC));
            long now = DrillHouse.now().toEpochMilli();
            for (int number = newest; number > 0 && !seenAt.containsKey(number); number--) {
                seenAt.put(number, now);
            }
        }

        Parts delaysMs(Map<Integer, Long> seen) {
            return new Parts(sentAt.entrySet().stream()
                    .filter(sent -> sent.getKey() > WARM_UP_SAMPLES)
                    .mapToDouble(sent -> {
                        Long at = seen.get(sent.getKey());
                        return at == null ? Double.POSITIVE_INFINITY : at - sent.getValue();
                    })
                    .sorted()
                    .toArray());
        }

        @Override
        public void close() {
            sender.close();
            asker.close();
        }
    }

    Figures run() throws IOException, InterruptedException {
        List<Lane> lanes = new ArrayList<>();
        List<Peer> peers = new ArrayList<>();
        try (DrillHouse house = new DrillHouse(root, figures.drill());
                Chromium chromium = new Chromium()) {
            say("starting the product and the peers that are installed");
            house.server().start();
            String token = house.token("TELEMETRY_WRITE", "READ");
            Lane own = new Lane(
                    "NovaCron GOC",
                    house.receiver(token),
                    URI.create(house.server().address()),
                    token);
            lanes.add(own);
            peer(Peer.victoriaMetrics("VictoriaMetrics as it comes", house.folder()), peers, lanes);
            peer(
                    Peer.victoriaMetrics("VictoriaMetrics tuned", house.folder(), "-search.latencyOffset=0s"),
                    peers,
                    lanes);
            try (Person operator = chromium.person(house.server().address())) {
                Page page = watched(operator, lanes);
                say("sending %d samples, one a second".formatted(samples));
                sendAndLook(lanes);
                tell(own, screen(page));
            }
            lanes.stream().filter(lane -> lane != own).forEach(this::tell);
        } finally {
            lanes.forEach(Lane::close);
            peers.forEach(Peer::close);
        }
        return figures;
    }

    private static void peer(Optional<Peer> installed, List<Peer> peers, List<Lane> lanes) {
        installed.ifPresent(peer -> {
            peers.add(peer);
            lanes.add(new Lane(peer.name(), peer.receiver(), peer.address(), ""));
        });
    }

    /** Opens the host's page, which begins to show the chart, and watches that. */
    private static Page watched(Person operator, List<Lane> lanes) {
        operator.signIn("operator");
        for (int number = 1; number <= WARM_UP_SAMPLES; number++) {
            for (Lane lane : lanes) {
                lane.send(number);
            }
            DrillHouse.waitFor(Duration.ofMillis(200));
        }
        HostScreen.awaitChart(operator, "fresh-1", METRIC, 30);
        operator.page().evaluate(WATCH, METRIC);
        return operator.page();
    }

    private void sendAndLook(List<Lane> lanes) throws InterruptedException {
        AtomicBoolean looking = new AtomicBoolean(true);
        try (ExecutorService lookers = Executors.newFixedThreadPool(lanes.size())) {
            lanes.forEach(lane -> lookers.execute(() -> {
                while (looking.get()) {
                    lane.look();
                    DrillHouse.waitFor(Duration.ofMillis(15));
                }
            }));
            Instant start = DrillHouse.now();
            for (int number = 1; number <= samples; number++) {
                long phaseMs = random.nextInt(1_000);
                DrillHouse.waitUntil(start.plusMillis(number * 1_000L + phaseMs));
                for (Lane lane : lanes) {
                    lane.send(WARM_UP_SAMPLES + number);
                }
            }
            Patience.until(
                    (int) LAST_SEEN_WITHIN.toSeconds(),
                    () -> lanes.stream().allMatch(lane -> lane.seenAt.containsKey(WARM_UP_SAMPLES + samples)));
            looking.set(false);
        }
    }

    @SuppressWarnings("unchecked") // What the browser gives back is what WATCH put there.
    private static Map<Integer, Long> screen(Page page) {
        Map<String, Number> seen = (Map<String, Number>) page.evaluate("() => window.seen");
        Map<Integer, Long> byNumber = new ConcurrentHashMap<>();
        seen.forEach((number, at) -> byNumber.put((int) Double.parseDouble(number), at.longValue()));
        // A value that was overtaken by the next is on the screen with it.
        int highest =
                byNumber.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int number = highest - 1; number > 0; number--) {
            Long next = byNumber.get(number + 1);
            if (next != null) {
                byNumber.putIfAbsent(number, next);
            }
        }
        return byNumber;
    }

    private void tell(Lane own, Map<Integer, Long> screen) {
        Parts queried = own.delaysMs(own.seenAt);
        Parts shown = own.delaysMs(screen);
        figures.atMost("p50_ms", Math.max(queried.middle(), shown.middle()), "ms", 600);
        figures.atMost("p99_ms", Math.max(queried.at(0.99), shown.at(0.99)), "ms", 1_250);
        figures.add("query_p50_ms", queried.middle(), "ms");
        figures.add("query_p99_ms", queried.at(0.99), "ms");
        figures.add("screen_p50_ms", shown.middle(), "ms");
        figures.add("screen_p99_ms", shown.at(0.99), "ms");
    }

    private void tell(Lane peer) {
        Parts queried = peer.delaysMs(peer.seenAt);
        figures.peer(peer.name, "query_p50_ms", queried.middle(), "ms");
        figures.peer(peer.name, "query_p99_ms", queried.at(0.99), "ms");
    }
}
