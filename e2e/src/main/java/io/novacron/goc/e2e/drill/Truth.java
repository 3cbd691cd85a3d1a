package io.novacron.goc.e2e.drill;

import static io.novacron.goc.e2e.drill.DrillHouse.say;
import static io.novacron.goc.e2e.drill.DrillHouse.seconds;

import com.microsoft.playwright.Page;
import io.novacron.goc.e2e.Chromium;
import io.novacron.goc.e2e.Patience;
import io.novacron.goc.e2e.Person;
import io.novacron.goc.e2e.load.LoneBroker;
import io.novacron.goc.e2e.load.Standstill;
import io.novacron.goc.e2e.load.Wire;
import io.novacron.goc.e2e.screens.BoardScreen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether the screen says so when it no longer shows the world: the broker is stopped, the database stands still, the
 * server stands still, the network is cut; each with a browser before it that notes, twenty times a second, what a
 * person would see.
 */
final class Truth {

    private static final int REGIONS = 120;
    private static final double RECOVER_SECONDS_MOST = 90;
    private static final Duration BETWEEN = Duration.ofSeconds(8);

    /** Notes when the bar came, when it went, and how many frames the map drew while it was there. */
    private static final String WATCH = """
            () => {
              const bar = document.querySelector('goc-live-bar');
              const map = document.querySelector('goc-world-map');
              const seen = { said: 0, unsaid: 0, framesAtSaid: 0, framesAtEnd: 0, words: '', unknown: 0 };
              const watch = window.setInterval(() => {
                const alert = bar.shadowRoot.querySelector('[role=alert]');
                if (alert && !seen.said) {
                  seen.said = Date.now();
                  seen.words = alert.textContent.trim();
                  seen.framesAtSaid = map.frames;
                }
                if (alert) {
                  seen.unsaid = 0;
                  seen.framesAtEnd = map.frames;
                } else if (seen.said && !seen.unsaid) {
                  seen.unsaid = Date.now();
                }
                const ok = document.querySelector('goc-state-counters').shadowRoot.querySelector('[data-state=ok]');
                if (!seen.unknown && ok?.textContent.trim() === '0') {
                  seen.unknown = Date.now();
                }
              }, 50);
              window.clearInterval(window.watching);
              window.watching = watch;
              window.seen = seen;
            }""";

    private final Path root;
    private final Figures figures = new Figures("truth");

    Truth(Path root) {
        this.root = root;
    }

    /** What the browser noted, in epoch milliseconds; zero when it did not come. */
    private record Seen(long begun, double said, double unsaid, double frames, double unknown, String words) {

        double saidSeconds() {
            return after(said);
        }

        double unknownSeconds() {
            return after(unknown);
        }

        private double after(double at) {
            return at == 0 ? Double.POSITIVE_INFINITY : (at - begun) / 1e3;
        }
    }

    @FunctionalInterface
    private interface Fault {
        void end() throws IOException;
    }

    Figures run() throws IOException {
        Path home = Files.createTempDirectory("goc-lone-broker");
        try (LoneBroker broker = new LoneBroker(root.resolve("target/app/lib"), home);
                DrillHouse house =
                        new DrillHouse(root, figures.drill(), "--goc.kafka.bootstrap-servers=" + broker.address());
                Chromium chromium = new Chromium()) {
            say("starting the product beside a broker of its own");
            house.server().start();
            try (Wire wire = new Wire(house.server().port());
                    Person operator = chromium.person(wire.address())) {
                operator.signIn("operator");
                new BoardScreen(operator).awaitLiveRegions(REGIONS);
                Page page = operator.page();
                page.locator("vaadin-text-field[data-filter] input").fill("a");
                long pid = house.server().pid();

                say("cutting the network");
                wire.cut();
                measure(operator, "network_cut", 3, Duration.ofSeconds(10), wire::mend);

                say("the server stands still");
                Standstill frozen = Standstill.of(pid);
                measure(operator, "server_frozen", 5, Duration.ofSeconds(10), frozen::close);

                say("the database stands still");
                Standstill database = Standstill.ofWhatItStarted(pid);
                Seen seen = measure(operator, "database_stopped", 3, Duration.ofSeconds(15), database::close);
                figures.atLeast("database_stopped_frames", seen.frames(), "frames", 8);

                say("stopping the broker");
                broker.kill();
                Seen without = measure(operator, "broker_stopped", 3, Duration.ofSeconds(45), broker::startAgain);
                figures.add("broker_stopped_all_unknown_s", without.unknownSeconds(), "s");
            }
        } finally {
            DrillHouse.delete(home);
        }
        return figures;
    }

    /**
     * Measures from now: the fault has just begun.
     *
     * @param most after how many seconds the screen must say so
     */
    private Seen measure(Person operator, String name, double most, Duration hold, Fault fault) throws IOException {
        Page page = operator.page();
        long begun = DrillHouse.now().toEpochMilli();
        String place = page.url();
        page.evaluate(WATCH);
        DrillHouse.waitFor(hold);
        Seen seen = seen(page, begun);
        operator.picture("truth-" + name);
        fault.end();
        Instant mended = DrillHouse.now();
        boolean back = Patience.until((int) RECOVER_SECONDS_MOST, () -> isLive(page));
        say("after %.2f s: %s".formatted(seen.saidSeconds(), seen.words()));
        figures.atMost(name + "_said_s", seen.saidSeconds(), "s", most);
        figures.atMost(name + "_unsaid_meanwhile", seen.unsaid() == 0 ? 0 : 1, "times", 0);
        figures.add(name + "_live_again_s", back ? seconds(mended) : Double.POSITIVE_INFINITY, "s");
        figures.atLeast(name + "_place_kept", page.url().equals(place) ? 1 : 0, "", 1);
        DrillHouse.waitFor(BETWEEN);
        return seen;
    }

    private static boolean isLive(Page page) {
        return page.locator("goc-live-bar[live]").count() == 1
                && page.locator("goc-live-bar [role=alert]").count() == 0;
    }

    private static Seen seen(Page page, long begun) {
        return new Seen(
                begun,
                number(page, "said"),
                number(page, "unsaid"),
                number(page, "framesAtEnd") - number(page, "framesAtSaid"),
                number(page, "unknown"),
                String.valueOf(page.evaluate("() => window.seen.words")));
    }

    private static double number(Page page, String which) {
        return ((Number) page.evaluate("which => window.seen[which]", which)).doubleValue();
    }
}
