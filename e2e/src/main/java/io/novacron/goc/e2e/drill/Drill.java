package io.novacron.goc.e2e.drill;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs the drill that is named: {@code Drill first-light [--long] [--strict]}. */
public final class Drill {

    private static final Map<String, Run> DRILLS = new TreeMap<>(Map.of(
            "bytes",
            (root, isLong) -> new Bytes(root, isLong).run(),
            "crash",
            (root, isLong) -> new Crash(root, isLong).run(),
            "first-light",
            (root, isLong) -> new FirstLight(root, isLong).run(),
            "disk-full",
            (root, isLong) -> new DiskFull(root).run(),
            "freshness",
            (root, isLong) -> new Freshness(root, isLong).run(),
            "ingest-native",
            (root, isLong) -> new IngestNative(root, isLong).run(),
            "ingest-remote-write",
            (root, isLong) -> new IngestRemoteWrite(root, isLong).run(),
            "overload",
            (root, isLong) -> new Overload(root, isLong).run(),
            "screens",
            (root, isLong) -> new Screens(root, isLong).run(),
            "truth",
            (root, isLong) -> new Truth(root).run()));

    private Drill() {}

    /** What a drill does; the root is the checkout's. */
    @FunctionalInterface
    private interface Run {
        Figures measure(Path root, boolean isLong) throws IOException, InterruptedException;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> all = Arrays.asList(arguments);
        Path root =
                Path.of(System.getProperty("goc.root", ".")).toAbsolutePath().normalize();
        String name =
                all.stream().filter(each -> !each.startsWith("--")).findFirst().orElse("");
        Run drill = DRILLS.get(name);
        if (drill == null) {
            System.err.printf("there is no drill '%s'; there are: %s%n", name, String.join(", ", DRILLS.keySet()));
            System.exit(2);
            return;
        }
        Figures figures = drill.measure(root, all.contains("--long"));
        figures.print();
        figures.write(root.resolve("target/drills").resolve(name + ".json"), root);
        boolean strict = all.contains("--strict");
        System.exit(strict && !figures.allMet() ? 1 : 0);
    }
}
