package io.novacron.goc.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.novacron.goc.e2e.load.Asker;
import io.novacron.goc.e2e.screens.AdminScreen;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Agents of others, from the system's packages, that send by themselves. */
@ExtendWith(Street.Shared.class)
class AgentsTest {

    private static final Path VMAGENT = Path.of("/usr/bin/vmagent");
    private static final Path COLLECTD = Path.of("/usr/sbin/collectd");
    private static final int PATIENCE_S = 60;

    private static String token = "";

    @TempDir
    private Path folder;

    @BeforeAll
    static void issueToken(Street street) {
        try (Person admin = street.person()) {
            admin.signIn("admin");
            token = new AdminScreen(admin).issueToken("agents", "TELEMETRY_WRITE", "READ");
        }
    }

    @Test
    void vmagentWritesWhatItFetches(Street street) throws IOException {
        assumeTrue(Files.isExecutable(VMAGENT), "SKIPPED BECAUSE vmagent is not installed");
        int port = Server.freePort();
        Files.writeString(folder.resolve("scrape.yml"), """
                global: {scrape_interval: 1s}
                scrape_configs:
                  - job_name: vmagent
                    static_configs: [{targets: ['127.0.0.1:%d']}]
                """.formatted(port));
        Process agent = start(List.of(
                VMAGENT.toString(),
                "-promscrape.config=scrape.yml",
                "-httpListenAddr=127.0.0.1:" + port,
                "-remoteWrite.tmpDataPath=queue",
                "-remoteWrite.url=" + street.server().address() + "/api/v1/write",
                "-remoteWrite.bearerToken=" + token));
        try (Asker asker = new Asker(URI.create(street.server().address()), token)) {
            boolean heard = Patience.until(
                    PATIENCE_S, () -> asker.newest("sum(rate(process_cpu_seconds_total{job='vmagent'}[10s]))") >= 0);

            assertThat(heard).as(log()).isTrue();
            assertThat(asker.newest("vmagent_remotewrite_retries_count_total{job='vmagent'} or vector(0)"))
                    .isZero();
        } finally {
            ChildProcess.end(agent);
        }
    }

    @Test
    void collectdSendsLinesOfGraphite(Street street) throws IOException {
        assumeTrue(
                Files.isExecutable(COLLECTD) && Files.exists(Path.of("/usr/lib/collectd/write_graphite.so")),
                "SKIPPED BECAUSE collectd is not installed");
        Files.writeString(folder.resolve("collectd.conf"), """
                Hostname "z1host"
                FQDNLookup false
                BaseDir "%1$s"
                PIDFile "%1$s/pid"
                PluginDir "/usr/lib/collectd"
                Interval 1
                LoadPlugin load
                LoadPlugin write_graphite
                <Plugin write_graphite>
                  <Node "goc">
                    Host "127.0.0.1"
                    Port "%2$d"
                    Protocol "tcp"
                  </Node>
                </Plugin>
                """.formatted(folder, Street.GRAPHITE_PORT));
        Process agent = start(List.of(COLLECTD.toString(), "-f", "-C", "collectd.conf"));
        try (Asker asker = new Asker(URI.create(street.server().address()), token)) {
            boolean heard = Patience.until(
                    PATIENCE_S, () -> asker.newest("count_over_time(z1host_load_load_shortterm[1m])") >= 2);

            assertThat(heard).as(log()).isTrue();
            assertThat(asker.newest("z1host_load_load_shortterm")).isNotNegative();
        } finally {
            ChildProcess.end(agent);
        }
    }

    private Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            return "no log: " + e.getMessage();
        }
    }
}
