package io.novacron.goc.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import io.novacron.goc.e2e.screens.AdminScreen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus with a real node exporter, connected by the lines that the admin view shows. */
@ExtendWith(Street.Shared.class)
class PrometheusTest {

    private static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");
    private static final Path EXPORTER = Path.of("/usr/bin/prometheus-node-exporter");

    @Test
    void realPrometheusAppearsAsSourceAndHost(Street street, @TempDir Path folder) throws Exception {
        assumeTrue(
                Files.isExecutable(PROMETHEUS) && Files.isExecutable(EXPORTER),
                "SKIPPED BECAUSE prometheus and prometheus-node-exporter are not installed");
        try (Person admin = street.person()) {
            admin.signIn("admin");
            AdminScreen screen = new AdminScreen(admin);
            String secret = screen.connectPrometheus("street");
            int exporterPort = Server.freePort();
            Path settings = settings(folder, exporterPort, street.server().address(), secret);

            Process exporter = start(folder, EXPORTER, "--web.listen-address=127.0.0.1:" + exporterPort);
            Process prometheus = start(
                    folder,
                    PROMETHEUS,
                    "--config.file=" + settings,
                    "--storage.tsdb.path=" + folder.resolve("tsdb"),
                    "--web.listen-address=127.0.0.1:" + Server.freePort());
            try {
                screen.cell("street").first().waitFor();
                admin.picture("admin-sources");
                String row = String.valueOf(
                        admin.page().locator("vaadin-tabsheet").first().innerText());
                Locator load = hostMetric(admin);
                admin.picture("host-real");

                assertThat(row).contains("street");
                assertThat(load.count()).isPositive();
                assertThat(admin.complaints()).isEmpty();
            } finally {
                end(prometheus);
                end(exporter);
            }
        }
    }

    /** Opens the host's page again until its series are there: the first sample may be a scrape away. */
    private static Locator hostMetric(Person admin) {
        Locator metric = admin.page().locator("goc-live-chart h3:has-text('node_load1')");
        boolean seen = Patience.until(60, () -> {
            admin.open("hosts/127.0.0.1");
            admin.page().locator("goc-live-bar[live]").waitFor(Person.attached());
            admin.page().locator("vaadin-grid-cell-content, .goc-empty").first().waitFor();
            return metric.count() > 0;
        });
        assertThat(seen).as("the host shows the node exporter's metrics").isTrue();
        return metric;
    }

    private static Path settings(Path folder, int exporterPort, String address, String secret) throws IOException {
        return Files.writeString(folder.resolve("prometheus.yml"), """
                global:
                  scrape_interval: 1s
                scrape_configs:
                  - job_name: node
                    static_configs:
                      - targets: ['127.0.0.1:%d']
                remote_write:
                  - url: %s/api/v1/write
                    authorization: {credentials: %s}
                """.formatted(exporterPort, address, secret));
    }

    private static Process start(Path folder, Path program, String... arguments) throws IOException {
        String[] command = new String[arguments.length + 1];
        command[0] = program.toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(program.getFileName() + ".log").toFile())
                .start();
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
