package io.novacron.goc.e2e.drill;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Runs the drill that is named: {@code Drill first-light [--long] [--strict]}. */
public final class Drill {

    private Drill() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> all = Arrays.asList(arguments);
        Path root =
                Path.of(System.getProperty("goc.root", ".")).toAbsolutePath().normalize();
        String name =
                all.stream().filter(each -> !each.startsWith("--")).findFirst().orElse("");
        if (!name.equals("first-light")) {
            System.err.printf("there is no drill '%s'; there is: first-light%n", name);
            System.exit(2);
        }
        Figures figures = new FirstLight(root, all.contains("--long")).run();
        figures.print();
        figures.write(root.resolve("target/drills/first-light.json"), root);
        boolean strict = all.contains("--strict");
        System.exit(strict && !figures.allMet() ? 1 : 0);
    }
}
