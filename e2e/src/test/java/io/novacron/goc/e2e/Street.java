package io.novacron.goc.e2e;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One server and one browser for all journeys, started by the first and stopped after the last. */
final class Street implements AutoCloseable {

    /** Where the server hears Graphite. */
    static final int GRAPHITE_PORT = Server.freePort();

    /** A machine that is busy with others is no reason to fail. */
    private static final double PATIENCE_MS = 30_000;

    private final Server server;
    private final Chromium chromium;

    private Street() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        Path folder = Path.of("target", "street").toAbsolutePath();
        empty(folder);
        Path root = Path.of(System.getProperty("goc.root", "..")).toAbsolutePath();
        server = new Server(
                root.resolve("ui/target/goc-ui-exec.jar"),
                folder,
                List.of(
                        "--goc.simulation.hosts=720",
                        "--goc.simulation.vms=1440",
                        "--goc.lines.graphite-port=" + GRAPHITE_PORT,
                        "--goc.scrape.file=" + scrapeTargets(),
                        "--goc.scrape.interval=1s",
                        "--goc.scrape.timeout=1s"));
        server.start();
        chromium = new Chromium();
    }

    /** The file of targets that the server fetches from. */
    static Path scrapeTargets() {
        return Path.of("target", "street-targets.json").toAbsolutePath();
    }

    Server server() {
        return server;
    }

    Person person() {
        return chromium.person(server.address());
    }

    @Override
    public void close() {
        chromium.close();
        server.close();
    }

    private static void empty(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> old = Files.walk(folder)) {
            for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what an earlier run left cannot be removed: " + folder, e);
        }
    }

    /** Hands the street to every journey that asks for it. */
    static final class Shared implements ParameterResolver {

        private static final ExtensionContext.Namespace NAME = ExtensionContext.Namespace.create(Street.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Street.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot().getStore(NAME).computeIfAbsent(Street.class, key -> new Street(), Street.class);
        }
    }
}
