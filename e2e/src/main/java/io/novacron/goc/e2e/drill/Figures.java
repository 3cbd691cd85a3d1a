package io.novacron.goc.e2e.drill;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a drill measured, beside what was asked for. */
final class Figures {

    private final String drill;
    private final List<Figure> all = new ArrayList<>();
    private final List<PeerFigure> peers = new ArrayList<>();

    /** One figure, and what was asked of it. */
    private record Figure(String name, double value, String unit, Asked asked) {

        boolean met() {
            return switch (asked) {
                case Nothing() -> true;
                case AtMost(double limit) -> value <= limit;
                case AtLeast(double limit) -> value >= limit;
            };
        }
    }

    /** What the same measure gave for another product in the same drill. */
    private record PeerFigure(String peer, String figure, double value, String unit) {}

    private sealed interface Asked {}

    private record Nothing() implements Asked {
        @Override
        public String toString() {
            return "-";
        }
    }

    private record AtMost(double limit) implements Asked {
        @Override
        public String toString() {
            return "<= " + plain(limit);
        }
    }

    private record AtLeast(double limit) implements Asked {
        @Override
        public String toString() {
            return ">= " + plain(limit);
        }
    }

    Figures(String drill) {
        this.drill = drill;
    }

    String drill() {
        return drill;
    }

    /** A figure of which nothing was asked. */
    void add(String name, double value, String unit) {
        all.add(new Figure(name, value, unit, new Nothing()));
    }

    void atMost(String name, double value, String unit, double limit) {
        all.add(new Figure(name, value, unit, new AtMost(limit)));
    }

    void atLeast(String name, double value, String unit, double limit) {
        all.add(new Figure(name, value, unit, new AtLeast(limit)));
    }

    void peer(String peer, String figure, double value, String unit) {
        peers.add(new PeerFigure(peer, figure, value, unit));
    }

    boolean allMet() {
        return all.stream().allMatch(Figure::met);
    }

    void print() {
        System.out.printf("%n%-28s %14s %-7s %12s  %s%n", "figure", "measured", "unit", "asked", "met");
        for (Figure figure : all) {
            System.out.printf(
                    "%-28s %14s %-7s %12s  %s%n",
                    figure.name(),
                    plain(figure.value()),
                    figure.unit(),
                    figure.asked(),
                    figure.asked() instanceof Nothing ? "" : figure.met() ? "yes" : "NO");
        }
        for (PeerFigure figure : peers) {
            System.out.printf(
                    "%-28s %14s %-7s %12s%n", figure.figure(), plain(figure.value()), figure.unit(), figure.peer());
        }
    }

    void write(Path file, Path root) throws IOException {
        JsonObject json = new JsonObject();
        json.addProperty("drill", drill);
        json.addProperty(
                "at",
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).toString());
        json.addProperty("commit", commit(root));
        JsonObject machine = new JsonObject();
        var system = ManagementFactory.getOperatingSystemMXBean();
        machine.addProperty("cores", system.getAvailableProcessors());
        if (system instanceof com.sun.management.OperatingSystemMXBean detailed) {
            machine.addProperty("memoryGiB", detailed.getTotalMemorySize() >> 30);
        }
        machine.addProperty("loadAverage", system.getSystemLoadAverage());
        json.add("machine", machine);
        JsonArray figures = new JsonArray();
        for (Figure figure : all) {
            JsonObject row = new JsonObject();
            row.addProperty("name", figure.name());
            row.addProperty("value", figure.value());
            row.addProperty("unit", figure.unit());
            row.addProperty("asked", figure.asked().toString());
            row.addProperty("met", figure.met());
            figures.add(row);
        }
        json.add("figures", figures);
        JsonArray others = new JsonArray();
        for (PeerFigure figure : peers) {
            JsonObject row = new JsonObject();
            row.addProperty("name", figure.peer());
            row.addProperty("figure", figure.figure());
            row.addProperty("value", figure.value());
            row.addProperty("unit", figure.unit());
            others.add(row);
        }
        json.add("peers", others);
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, new GsonBuilder().setPrettyPrinting().create().toJson(json) + "\n");
        System.out.printf("%nwritten: %s%n", root.relativize(file));
    }

    private static String commit(Path root) throws IOException {
        Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD")
                .directory(root.toFile())
                .start();
        return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static String plain(double value) {
        return value >= 1_000
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    }
}
