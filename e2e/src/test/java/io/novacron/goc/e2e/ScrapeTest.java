package io.novacron.goc.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.novacron.goc.e2e.load.Asker;
import io.novacron.goc.e2e.load.Peer;
import io.novacron.goc.e2e.screens.AdminScreen;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Real targets that offer their metrics: found by a file, fetched, and seen to be down once they are. */
@ExtendWith(Street.Shared.class)
class ScrapeTest {

    private static final Path EXPORTER = Path.of("/usr/bin/prometheus-node-exporter");
    private static final int PATIENCE_S = 60;

    @Test
    void realTargetsAreFetchedAndTheirEndIsSeen(Street street, @TempDir Path folder) throws IOException {
        assumeTrue(
                Files.isExecutable(EXPORTER) && RealPrometheus.isInstalled(),
                "SKIPPED BECAUSE prometheus and prometheus-node-exporter are not installed");
        Optional<Peer> installed = Peer.prometheus(folder);
        String secret;
        try (Person admin = street.person()) {
            admin.signIn("admin");
            secret = new AdminScreen(admin).issueToken("scrape", "READ");
        }
        int port = Server.freePort();
        Process exporter = new ProcessBuilder(EXPORTER.toString(), "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("exporter.log").toFile())
                .start();
        try (Peer prometheus = installed.orElseThrow();
                Asker asker = new Asker(URI.create(street.server().address()), secret)) {
            Files.writeString(Street.scrapeTargets(), """
                    [{"targets": ["127.0.0.1:%d", "%s"], "labels": {"job": "fetched"}}]
                    """.formatted(port, prometheus.address()));

            assertThat(Patience.until(PATIENCE_S, () -> asker.newest("count(up{job='fetched'} == 1)") == 2))
                    .as("both targets are up")
                    .isTrue();
            assertThat(asker.newest("node_load1{job='fetched'}")).isNotNegative();
            assertThat(asker.newest("sum(prometheus_build_info{job='fetched'})"))
                    .isEqualTo(1);
            assertThat(asker.newest("scrape_samples_scraped{instance='127.0.0.1:%d'}".formatted(port)))
                    .isGreaterThan(500);
            ChildProcess.end(exporter);
            assertThat(Patience.until(PATIENCE_S, () -> asker.newest("count(up{job='fetched'} == 0)") == 1))
                    .as("one target is down")
                    .isTrue();
        } finally {
            ChildProcess.end(exporter);
            Files.deleteIfExists(Street.scrapeTargets());
        }
    }
}
