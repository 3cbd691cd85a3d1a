package io.novacron.goc.e2e.drill;

import static io.novacron.goc.e2e.drill.DrillHouse.now;
import static io.novacron.goc.e2e.drill.DrillHouse.say;
import static io.novacron.goc.e2e.drill.DrillHouse.seconds;
import static io.novacron.goc.e2e.drill.DrillHouse.waitFor;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.novacron.goc.e2e.Chromium;
import io.novacron.goc.e2e.Person;
import io.novacron.goc.e2e.RealPrometheus;
import io.novacron.goc.e2e.Server;
import io.novacron.goc.e2e.screens.AdminScreen;
import io.novacron.goc.e2e.screens.BoardScreen;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From a cold data directory to the first live screen; then what the house costs at rest with three browsers open;
 * then faults in several regions, and how long until the board shows each, its alert, and its war room.
 */
final class FirstLight {

    private static final int REGIONS = 120;
    private static final Duration SETTLE = Duration.ofSeconds(45);
    private static final List<String> CITIES = List.of(
            "Frankfurt", "Tokyo", "London", "Singapore", "Mumbai", "Dublin", "Sydney", "Paris", "Seoul", "Milan");
    private static final Pattern ACTIVATION = Pattern.compile("active (\\d+) ms");
    private static final Pattern POINTS = Pattern.compile("([\\d,]+) a second");

    private final Path root;
    private final Duration rest;
    private final int faults;
    private final Figures figures = new Figures("first-light");

    FirstLight(Path root, boolean isLong) {
        this.root = root;
        this.rest = isLong ? Duration.ofMinutes(5) : Duration.ofSeconds(40);
        this.faults = isLong ? CITIES.size() : 5;
    }

    Figures run() throws IOException, InterruptedException {
        try (DrillHouse house = new DrillHouse(root, figures.drill());
                Chromium chromium = new Chromium();
                Person first = chromium.person(house.server().address())) {
            Server server = house.server();
            say("starting from an empty data directory");
            Instant started = now();
            server.start();
            figures.add("server_live_s", seconds(started), "s");
            say("live after %.1f s; signing in".formatted(seconds(started)));
            first.signIn("admin");
            say("signed in after %.1f s; waiting for the board".formatted(seconds(started)));
            BoardScreen board = new BoardScreen(first);
            board.awaitLiveRegions(REGIONS);
            figures.atMost("first_screen_s", seconds(started), "s", 30.0);
            atRest(chromium, house);
            faults(first);
            prometheus(first, server, house.folder());
            figures.add("points_per_s", pointsPerSecond(first), "/s");
        }
        return figures;
    }

    private void atRest(Chromium chromium, DrillHouse house) {
        Server server = house.server();
        try (Person second = chromium.person(server.address());
                Person third = chromium.person(server.address())) {
            second.signIn("operator");
            third.signIn("commander");
            say("settling for %d s, then measuring %d s at rest with three browsers"
                    .formatted(SETTLE.toSeconds(), rest.toSeconds()));
            waitFor(SETTLE);
            Instant from = now();
            Duration before = house.cpu();
            waitFor(rest);
            double share = seconds(house.cpu().minus(before)) / seconds(from);
            figures.atMost("idle_cpu_percent", share * 100, "%", 80.0);
            figures.add("heap_mb", house.liveHeapMb(), "MB");
        }
    }

    private void faults(Person person) {
        List<Double> toState = new ArrayList<>();
        List<Double> toAlert = new ArrayList<>();
        List<Double> toWarRoom = new ArrayList<>();
        List<Double> activations = new ArrayList<>();
        for (String city : CITIES.subList(0, faults)) {
            say("taking the power from a zone of " + city);
            new AdminScreen(person).prepareZonePowerLoss(city);
            Page page = person.page();
            Instant at = now();
            page.locator("#inject").click();
            page.locator("a[data-go=h]").click();
            page.locator("goc-region-list tr[data-state=critical]", new Page.LocatorOptions().setHasText(city))
                    .waitFor();
            toState.add(seconds(at));
            page.locator("#attention .goc-row", new Page.LocatorOptions().setHasText(city))
                    .first()
                    .waitFor();
            toAlert.add(seconds(at));
            Locator incident = page.locator("#attention a", new Page.LocatorOptions().setHasText("Incident"))
                    .filter(new Locator.FilterOptions().setHasText(city))
                    .first();
            incident.waitFor();
            toWarRoom.add(seconds(at));
            incident.click();
            page.locator(".goc-war-bar h1").waitFor();
            Matcher active = ACTIVATION.matcher(
                    String.valueOf(page.locator(".goc-war-bar").textContent()));
            if (active.find()) {
                activations.add(Double.valueOf(active.group(1)));
            }
        }
        figures.atMost("fault_to_state_s", worst(toState), "s", 3.0);
        figures.add("fault_to_alert_s", worst(toAlert), "s");
        figures.add("fault_to_war_room_s", worst(toWarRoom), "s");
        figures.atMost("war_room_p99_ms", worst(activations), "ms", 250.0);
    }

    /** From the first sample that a real Prometheus takes of a real host to the chart of it on the host's page. */
    private void prometheus(Person person, Server server, Path folder) throws IOException, InterruptedException {
        if (!RealPrometheus.isInstalled()) {
            say("prometheus and prometheus-node-exporter are not installed: their figure is left out");
            return;
        }
        say("connecting a real Prometheus");
        String secret = new AdminScreen(person).connectPrometheus("drill");
        try (RealPrometheus prometheus = RealPrometheus.start(folder, server.address(), secret)) {
            RealPrometheus.awaitOnHostPage(person, 60);
            Instant seen = now();
            figures.atMost(
                    "prometheus_to_screen_s", seconds(Duration.between(prometheus.firstSampleAt(), seen)), "s", 5.0);
        }
    }

    private static double pointsPerSecond(Person person) {
        new AdminScreen(person);
        Locator facts = person.page().locator("dl.goc-facts");
        facts.filter(new Locator.FilterOptions().setHasText("a second")).waitFor();
        Matcher points = POINTS.matcher(String.valueOf(facts.textContent()));
        return points.find() ? Double.parseDouble(points.group(1).replace(",", "")) : Double.NaN;
    }

    private static double worst(List<Double> values) {
        return values.stream().max(Comparator.naturalOrder()).orElse(Double.NaN);
    }
}
