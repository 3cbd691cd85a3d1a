package io.novacron.goc.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import io.novacron.goc.e2e.screens.AdminScreen;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus with a real node exporter, connected by the lines that the admin view shows. */
@ExtendWith(Street.Shared.class)
class PrometheusTest {

    private static final int PATIENCE_S = 60;

    @Test
    void realPrometheusAppearsAsSourceAndHost(Street street, @TempDir Path folder) throws IOException {
        assumeTrue(
                RealPrometheus.isInstalled(),
                "SKIPPED BECAUSE prometheus and prometheus-node-exporter are not installed");
        try (Person admin = street.person()) {
            admin.signIn("admin");
            AdminScreen screen = new AdminScreen(admin);
            String secret = screen.connectPrometheus("street");

            try (RealPrometheus prometheus =
                    RealPrometheus.start(folder, street.server().address(), secret)) {
                screen.cell("street").first().waitFor();
                admin.picture("admin-sources");
                String row = String.valueOf(
                        admin.page().locator("vaadin-tabsheet").first().innerText());
                Locator load = RealPrometheus.awaitOnHostPage(admin, PATIENCE_S);
                admin.picture("host-real");

                assertThat(prometheus.isRunning()).isTrue();
                assertThat(row).contains("street");
                assertThat(load.first().textContent()).contains("node_load1");
                assertThat(admin.complaints()).isEmpty();
            }
        }
    }
}
