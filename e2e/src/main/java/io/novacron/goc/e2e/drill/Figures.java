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
import org.jspecify.annotations.Nullable;

/** What a drill measured, beside what was asked for. */
final class Figures {

    private final String drill;
    private final List<Figure> all = new ArrayList<>();

    /** One figure; {@code most} is {@code null} when nothing was asked for. */
    private record Figure(
            String name,
            double value,
            String unit,
            @Nullable Double most) {

        boolean met() {
            return most == null || value <= most;
        }

        String asked() {
            return most == null ? "-" : "<= " + plain(most);
        }
    }

    Figures(String drill) {
        this.drill = drill;
    }

    void add(String name, double value, String unit, @Nullable Double most) {
        all.add(new Figure(name, value, unit, most));
    }

    boolean allMet() {
        return all.stream().allMatch(Figure::met);
    }

    void print() {
        System.out.printf("%n%-22s %12s %-6s %12s  %s%n", "figure", "measured", "unit", "asked", "met");
        for (Figure figure : all) {
            System.out.printf(
                    "%-22s %12s %-6s %12s  %s%n",
                    figure.name(),
                    plain(figure.value()),
                    figure.unit(),
                    figure.asked(),
                    figure.most() == null ? "" : figure.met() ? "yes" : "NO");
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
            row.addProperty("asked", figure.asked());
            row.addProperty("met", figure.met());
            figures.add(row);
        }
        json.add("figures", figures);
        json.add("peers", new JsonArray());
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
