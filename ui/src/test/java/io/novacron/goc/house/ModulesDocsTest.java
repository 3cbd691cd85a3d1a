package io.novacron.goc.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.GlobalOperationsCenter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Keeps the module diagram in docs/architecture.md equal to the code; {@code ./goc docs} redraws it. */
class ModulesDocsTest {

    private static final Path PAGE = Path.of(System.getProperty("goc.root", ".."), "docs", "architecture.md");
    private static final String BEGIN = "<!-- modules:begin -->";
    private static final String END = "<!-- modules:end -->";

    @Test
    void theDiagramShowsWhoEntersWhomInTheCode() throws IOException {
        String diagram = diagram();
        String text = Files.readString(PAGE);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        if (Boolean.getBoolean("goc.docs.rewrite")) {
            text = text.substring(0, begin) + "\n" + diagram + "\n" + text.substring(end);
            Files.writeString(PAGE, text);
            end = text.indexOf(END);
        }

        assertThat(text.substring(begin, end).strip()).as("run ./goc docs").isEqualTo(diagram);
    }

    /**
     * A Mermaid graph; arrows to the kernel, which everybody enters, and from the ui, which enters everybody, are
     * left out.
     */
    private static String diagram() {
        ApplicationModules modules = ApplicationModules.of(GlobalOperationsCenter.class);
        TreeMap<String, Set<String>> arrows = new TreeMap<>();
        modules.stream()
                .forEach(module -> arrows.put(
                        name(module),
                        module.getAllDependencies(modules)
                                .uniqueModules()
                                .map(ModulesDocsTest::name)
                                .filter(other -> !other.equals("kernel") && !other.equals(name(module)))
                                .collect(Collectors.toCollection(TreeSet::new))));
        return arrows.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("ui"))
                .flatMap(entry ->
                        entry.getValue().stream().map(other -> "  %s --> %s".formatted(entry.getKey(), other)))
                .collect(Collectors.joining("\n", "```mermaid\ngraph LR\n", "\n```"));
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
