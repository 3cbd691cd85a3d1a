package io.novacron.goc;

import io.novacron.goc.db.LoopbackPorts;
import io.novacron.goc.db.TestingDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole application with a small simulated fleet, on a real database and a real broker; one for all tests that
 * extend it.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class WholeHouse {

    /** Where OTLP over gRPC is open. */
    protected static final int GRPC_PORT = LoopbackPorts.choose(0, "OTLP", "goc.otlp.grpc-port");

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        TestingDatabase.fresh().settings().forEach((name, value) -> registry.add(name, () -> value));
        registry.add("goc.data-directory", WholeHouse::dataDirectory);
        registry.add("vaadin.productionMode", () -> "true");
        registry.add("goc.lines.cloud-events", () -> "true");
        registry.add("goc.otlp.http-port", () -> "0");
        registry.add("goc.otlp.grpc-port", () -> Integer.toString(GRPC_PORT));
        registry.add("goc.simulation.regions", () -> "6");
        registry.add("goc.simulation.hosts", () -> "36");
        registry.add("goc.simulation.vms", () -> "0");
    }

    private static String dataDirectory() {
        try {
            return Files.createTempDirectory(
                            Files.createDirectories(Path.of("target").toAbsolutePath()), "house")
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
