package io.novacron.goc.e2e;

import com.microsoft.playwright.Locator;
import io.novacron.goc.e2e.screens.HostScreen;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Prometheus and a node exporter of the system's packages, which write to the product once a second. */
public final class RealPrometheus implements AutoCloseable {

    private static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");
    private static final Path EXPORTER = Path.of("/usr/bin/prometheus-node-exporter");
    private static final Pattern VALUE = Pattern.compile("\"value\":\\[[^,]+,\"([\\d.]+)\"");

    private final Path folder;
    private final int port = Server.freePort();
    private final Process exporter;
    private final Process prometheus;

    private RealPrometheus(Path folder, String address, String secret) throws IOException {
        this.folder = folder;
        int exporterPort = Server.freePort();
        Path settings = settings(exporterPort, address, secret);
        exporter = start(EXPORTER, "--web.listen-address=127.0.0.1:" + exporterPort);
        prometheus = start(
                PROMETHEUS,
                "--config.file=" + settings,
                "--storage.tsdb.path=" + folder.resolve("tsdb"),
                "--web.listen-address=127.0.0.1:" + port);
    }

    public static boolean isInstalled() {
        return Files.isExecutable(PROMETHEUS) && Files.isExecutable(EXPORTER);
    }

    /**
     * Starts both.
     *
     * @param folder for their files
     * @param secret a token that may write telemetry
     */
    public static RealPrometheus start(Path folder, String address, String secret) throws IOException {
        return new RealPrometheus(folder, address, secret);
    }

    /** Opens the page of its host until its load is a chart there; returns that chart's heading. */
    public static Locator awaitOnHostPage(Person person, int seconds) {
        return HostScreen.awaitChart(person, "127.0.0.1", "node_load1", seconds);
    }

    /** When it took its first sample of the load, by its own word. */
    public Instant firstSampleAt() throws IOException, InterruptedException {
        String query = "min_over_time(timestamp(node_load1)%5B10m:1s%5D)";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/api/v1/query?query=%s".formatted(port, query)))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            Matcher value = VALUE.matcher(answer);
            if (!value.find()) {
                throw new IOException("Prometheus knows no sample yet: " + answer);
            }
            return Instant.ofEpochMilli(Math.round(Double.parseDouble(value.group(1)) * 1_000));
        }
    }

    public boolean isRunning() {
        return prometheus.isAlive() && exporter.isAlive();
    }

    private Path settings(int exporterPort, String address, String secret) throws IOException {
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

    private Process start(Path program, String... arguments) throws IOException {
        String[] command = new String[arguments.length + 1];
        command[0] = program.toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(program.getFileName() + ".log").toFile())
                .start();
    }

    @Override
    public void close() {
        ChildProcess.end(prometheus);
        ChildProcess.end(exporter);
    }
}
