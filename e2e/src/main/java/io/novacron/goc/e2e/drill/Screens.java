package io.novacron.goc.e2e.drill;

import static io.novacron.goc.e2e.drill.DrillHouse.say;
import static io.novacron.goc.e2e.drill.DrillHouse.seconds;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.novacron.goc.e2e.Chromium;
import io.novacron.goc.e2e.Patience;
import io.novacron.goc.e2e.Person;
import io.novacron.goc.e2e.load.LightViewer;
import io.novacron.goc.e2e.load.ManyRegions;
import io.novacron.goc.e2e.load.Wire;
import io.novacron.goc.e2e.screens.BoardScreen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/**
 * What the live board costs and how fresh it is: 200 regions at one second, a real browser over a wire that counts, and
 * hundreds of viewers that speak the protocol without a browser. Beside it the board as one would first write it.
 */
final class Screens {

    private static final Path NAIVE = Path.of("io/novacron/goc/e2e/naive");
    private static final String FIRST_PAINT =
            "() => performance.getEntriesByName('first-contentful-paint')[0].startTime";
    private static final String FILTER = """
            async (word) => {
              const field = document.querySelector('vaadin-text-field[data-filter] input');
              const status = document.querySelector('.goc-list-tools [role=status]');
              const before = status.textContent;
              const begun = performance.now();
              field.value = word;
              field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
              while (status.textContent === before && performance.now() - begun < 10_000) {
                await new Promise((next) => requestAnimationFrame(next));
              }
              return performance.now() - begun;
            }""";
    /** Scrolls a screenful a second for ten seconds; the percentage of frames in which a row in sight was empty. */
    private static final String SCROLL = """
            async () => {
              const table = document.querySelector('vaadin-grid').shadowRoot.querySelector('#table');
              const end = performance.now() + 10_000;
              let frames = 0;
              let blank = 0;
              let last = performance.now();
              while (last < end) {
                await new Promise((next) => requestAnimationFrame(next));
                const now = performance.now();
                table.scrollTop += (table.clientHeight * (now - last)) / 1_000;
                last = now;
                const { top, bottom } = table.getBoundingClientRect();
                const rows = [...table.querySelectorAll('#items tr')].filter((row) => {
                  const box = row.getBoundingClientRect();
                  return !row.hidden && box.bottom > top + 24 && box.top < bottom;
                });
                frames += 1;
                blank += rows.some((row) =>
                  !row.querySelector('slot')?.assignedElements()[0]?.textContent.trim()) ? 1 : 0;
              }
              return (100 * blank) / frames;
            }""";

    private static final int SIMULATED = 120;
    private static final int REGIONS = 200;
    private static final int VMS = 100_000;
    private static final int VMS_KNOWN_WITHIN_SECONDS = 300;
    private static final int LIGHT_VIEWERS = 500;
    private static final int ALARMS = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private final Path root;
    private final Duration watched;
    private final Duration memoryWatched;
    private final Figures figures = new Figures("screens");

    Screens(Path root, boolean isLong) {
        this.root = root;
        this.watched = isLong ? Duration.ofMinutes(10) : Duration.ofMinutes(1);
        this.memoryWatched = isLong ? Duration.ofHours(1) : Duration.ofMinutes(1);
    }

    Figures run() throws IOException, InterruptedException {
        try (DrillHouse house = new DrillHouse(
                        root, figures.drill(), NAIVE, "--goc.simulation.hosts=1200", "--goc.simulation.vms=" + VMS);
                Chromium chromium = new Chromium()) {
            say("starting the product");
            house.server().start();
            String token = house.token("TELEMETRY_WRITE");
            try (ManyRegions others = new ManyRegions(house.receiver(token), REGIONS - SIMULATED);
                    Wire wire = new Wire(house.server().port())) {
                others.start();
                try (Person operator = chromium.person(wire.address())) {
                    operator.signIn("operator");
                    new BoardScreen(operator).awaitLiveRegions(REGIONS);
                    firstPaint(operator);
                    freshness(operator.page(), others);
                    alarms(operator.page(), others);
                    cost(operator.page(), wire, "", watched);
                    memory(operator.page());
                    list(operator);
                    operator.open("naive");
                    operator.page().locator("vaadin-grid").waitFor();
                    cost(operator.page(), wire, "naive Vaadin", watched);
                }
                viewers(house);
            }
        }
        return figures;
    }

    /** From the request of the board's page to the first paint, and until it is live and has all its rows. */
    private void firstPaint(Person operator) {
        say("opening the board anew");
        List<Double> paints = new ArrayList<>();
        List<Double> ready = new ArrayList<>();
        for (int time = 0; time < 5; time++) {
            Instant begun = DrillHouse.now();
            operator.open("");
            new BoardScreen(operator.page()).awaitLiveRegions(REGIONS);
            ready.add(seconds(begun));
            operator.page().waitForFunction("() => performance.getEntriesByName('first-contentful-paint').length > 0");
            paints.add(number(operator.page(), FIRST_PAINT) / 1e3);
        }
        figures.atMost("first_paint_s", Parts.of(paints).middle(), "s", 1.0);
        figures.atMost("interactive_s", Parts.of(ready).middle(), "s", 2.0);
    }

    /** A region's request rate carries the number of the second; the page notes when it has drawn each. */
    private void freshness(Page page, ManyRegions others) {
        say("watching %d s for what comes to the screen".formatted(watched.toSeconds()));
        page.evaluate("""
                (region) => {
                  const list = document.querySelector('goc-region-list');
                  window.seen = {};
                  const look = () => {
                    const row = list.rows.find((each) => each.region.id === region);
                    const value = row?.requests;
                    if (value >= 0 && !(value in window.seen)) {
                      requestAnimationFrame(() => (window.seen[value] = Date.now()));
                    }
                  };
                  window.clearInterval(window.looking);
                  window.looking = window.setInterval(look, 10);
                }""", ManyRegions.COUNTED);
        long begun = DrillHouse.now().toEpochMilli();
        DrillHouse.waitFor(watched.plusSeconds(2));
        List<Double> delays = new ArrayList<>();
        Map<?, ?> seen = (Map<?, ?>) page.evaluate("() => window.seen");
        others.sentAt().forEach((number, at) -> {
            Object shown = seen.get(Integer.toString(number));
            if (at > begun && shown instanceof Number shownAt) {
                delays.add(shownAt.doubleValue() - at);
            }
        });
        page.evaluate("() => window.clearInterval(window.looking)");
        figures.add("samples", delays.size(), "");
        figures.atMost("p50_ms", Parts.of(delays).middle(), "ms", 700);
        figures.atMost("p99_ms", Parts.of(delays).at(0.99), "ms", 1_250);
    }

    /** From the bad sample that makes a region critical, as it is sent, until its row says so. */
    private void alarms(Page page, ManyRegions others) {
        say("%d alarms".formatted(ALARMS));
        List<Double> delays = new ArrayList<>();
        for (int alarm = 0; alarm < ALARMS; alarm++) {
            String region = others.region(10 + alarm);
            page.evaluate("""
                    (region) => {
                      window.alarmedAt = 0;
                      const list = document.querySelector('goc-region-list');
                      const look = () => {
                        const row = list.shadowRoot.querySelector(`tr[data-region="${region}"]`);
                        if (row?.dataset.state === 'critical') {
                          window.alarmedAt = Date.now();
                        } else {
                          requestAnimationFrame(look);
                        }
                      };
                      look();
                    }""", region);
            long sentAt = others.breakDown(region);
            page.waitForFunction("() => window.alarmedAt > 0");
            delays.add(number(page, "() => window.alarmedAt") - sentAt);
        }
        figures.atMost("alarm_ms", Parts.of(delays).at(1), "ms", 250);
    }

    /** Bytes on the wire and time of the page's main thread, a second. */
    private void cost(Page page, Wire wire, String peer, Duration during) {
        DrillHouse.waitFor(WARM_UP);
        say("measuring %d s of the %s board".formatted(during.toSeconds(), peer.isEmpty() ? "live" : peer));
        page.evaluate("""
                () => {
                  window.longTasks = 0;
                  new PerformanceObserver((list) => (window.longTasks += list.getEntries().length))
                    .observe({ entryTypes: ['longtask'] });
                }""");
        try (Tasks tasks = new Tasks(page)) {
            Instant begun = DrillHouse.now();
            long bytes = wire.bytesToBrowser();
            double busy = tasks.seconds();
            Map<Long, Double> cpu = PageCpu.seconds(page);
            DrillHouse.waitFor(during);
            double took = seconds(begun);
            double bytesPerSecond = (wire.bytesToBrowser() - bytes) / took;
            double busyMs = (tasks.seconds() - busy) / took * 1e3;
            double cpuMs = PageCpu.busiestSince(cpu, page) / took * 1e3;
            double longTasks = number(page, "() => window.longTasks");
            if (peer.isEmpty()) {
                figures.atMost("bytes_per_s", bytesPerSecond, "B/s", 4_096);
                figures.atMost("main_thread_ms_per_tick", busyMs, "ms", 8);
                figures.add("main_thread_cpu_ms_per_tick", cpuMs, "ms");
                figures.atMost("long_tasks", longTasks, "", 0);
            } else {
                figures.peer(peer, "bytes_per_s", bytesPerSecond, "B/s");
                figures.peer(peer, "main_thread_ms_per_tick", busyMs, "ms");
                figures.peer(peer, "main_thread_cpu_ms_per_tick", cpuMs, "ms");
            }
        }
    }

    private void memory(Page page) {
        say("watching the page's memory for %d min".formatted(memoryWatched.toMinutes()));
        try (Tasks tasks = new Tasks(page)) {
            double before = tasks.heapMb();
            DrillHouse.waitFor(memoryWatched);
            figures.add("page_heap_mb", before, "MB");
            figures.atMost("page_heap_growth_mb", tasks.heapMb() - before, "MB", 2);
        }
    }

    /** From a letter in the filter of the list of all VMs until its count has changed. */
    private void list(Person operator) {
        Page page = operator.page();
        boolean full = Patience.until(VMS_KNOWN_WITHIN_SECONDS, () -> {
            operator.open("inventory?of=vms");
            String count = page.locator(".goc-list-tools [role=status]").textContent();
            return count.equals("%,d VMs".formatted(VMS));
        });
        if (!full) {
            say("not all VMs have been heard of: the list is shorter than asked");
        }
        say("filtering the list of VMs");
        List<Double> delays = new ArrayList<>();
        for (String word : List.of("lon", "par", "vm-1", "tok", "ber", "lon", "par", "vm-1", "tok", "ber")) {
            delays.add(((Number) page.evaluate(FILTER, word)).doubleValue());
        }
        figures.atMost("filter_ms", Parts.of(delays).middle(), "ms", 300);
        figures.add("filter_ms_worst", Parts.of(delays).at(1), "ms");
        operator.open("inventory?of=vms");
        page.locator("vaadin-grid-cell-content a").first().waitFor();
        figures.atMost("blank_frames_percent", number(page, SCROLL), "%", 0);
    }

    private void viewers(DrillHouse house) throws InterruptedException {
        say("%d viewers sign in".formatted(LIGHT_VIEWERS));
        double before = house.liveHeapMb();
        ConcurrentLinkedQueue<Double> lags = new ConcurrentLinkedQueue<>();
        List<LightViewer> viewers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                HttpClient client = HttpClient.newBuilder().executor(threads).build()) {
            for (int viewer = 0; viewer < LIGHT_VIEWERS; viewer++) {
                viewers.add(new LightViewer(
                        client, house.server().address(), "operator", "demo-operator", lag -> lags.add((double) lag)));
            }
            DrillHouse.waitFor(WARM_UP);
            lags.clear();
            say("measuring %d s with %d viewers".formatted(watched.toSeconds(), LIGHT_VIEWERS));
            Instant begun = DrillHouse.now();
            Duration cpu = house.cpu();
            DrillHouse.waitFor(watched);
            double share = seconds(house.cpu().minus(cpu)) / seconds(begun);
            List<Double> heard = List.copyOf(lags);
            figures.atLeast("beats_per_viewer_s", heard.size() / seconds(begun) / LIGHT_VIEWERS, "/s", 0.95);
            figures.atMost("push_lag_p99_ms", Parts.of(heard).at(0.99), "ms", 250);
            figures.add("push_lag_p50_ms", Parts.of(heard).middle(), "ms");
            figures.add("viewers_cpu_percent", share * 100, "%");
            figures.atMost("heap_kb_per_viewer", (house.liveHeapMb() - before) * 1_024 / LIGHT_VIEWERS, "kB", 400);
            viewers.forEach(LightViewer::close);
        } catch (IOException e) {
            throw new UncheckedIOException("a viewer could not open the board", e);
        }
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    /** What the browser says of its own work. */
    private record Tasks(CDPSession session) implements AutoCloseable {

        Tasks(Page page) {
            this(page.context().newCDPSession(page));
            session.send("Performance.enable");
        }

        /** How long the main thread was busy since the page began. */
        double seconds() {
            return metric("TaskDuration");
        }

        /** Live heap of the page after a collection. */
        double heapMb() {
            session.send("HeapProfiler.collectGarbage");
            return metric("JSHeapUsedSize") / (1 << 20);
        }

        private double metric(String name) {
            for (var metric : session.send("Performance.getMetrics").getAsJsonArray("metrics")) {
                if (metric.getAsJsonObject().get("name").getAsString().equals(name)) {
                    return metric.getAsJsonObject().get("value").getAsDouble();
                }
            }
            return Double.NaN;
        }

        @Override
        public void close() {
            session.detach();
        }
    }
}
