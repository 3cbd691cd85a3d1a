package io.novacron.goc.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.novacron.goc.e2e.load.Asker;
import io.novacron.goc.e2e.screens.AdminScreen;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenTelemetry's own senders, which nobody here wrote, in all their transports. */
@ExtendWith(Street.Shared.class)
class OpenTelemetryTest {

    private static final int PATIENCE_S = 60;

    private static String token = "";

    @TempDir
    private Path folder;

    @BeforeAll
    static void issueToken(Street street) {
        try (Person admin = street.person()) {
            admin.signIn("admin");
            token = new AdminScreen(admin).issueToken("otel", "TELEMETRY_WRITE", "READ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"grpc", "http/protobuf"})
    void theJavaAgentIsHeard(String protocol, Street street) throws IOException {
        String job = "java-" + protocol.substring(0, 4);
        Process program = agent(protocol, job, street.server());
        try (Asker asker = asker(street)) {
            boolean heard = Patience.until(
                    PATIENCE_S, () -> asker.newest("sum(jvm_memory_used_bytes{job='%s'})".formatted(job)) > 1 << 20);

            assertThat(heard).as(log()).isTrue();
            assertThat(asker.newest("jvm_thread_count{job='%s',jvm_thread_daemon='true'} > 0".formatted(job)))
                    .isPositive();
            assertThat(log()).doesNotContain("Failed to export metrics");
        } finally {
            ChildProcess.end(program);
        }
    }

    private Process agent(String protocol, String job, Server server) throws IOException {
        String jar = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> each.contains("opentelemetry-javaagent"))
                .findFirst()
                .orElseThrow();
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-javaagent:" + jar,
                        "-cp",
                        Path.of("target", "test-classes").toString(),
                        Instrumented.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        program.environment()
                .putAll(Map.of(
                        "OTEL_SERVICE_NAME",
                        job,
                        "OTEL_EXPORTER_OTLP_PROTOCOL",
                        protocol,
                        "OTEL_EXPORTER_OTLP_ENDPOINT",
                        protocol.equals("grpc") ? server.otlpGrpcAddress() : server.otlpHttpAddress(),
                        "OTEL_EXPORTER_OTLP_HEADERS",
                        "Authorization=Bearer " + token,
                        "OTEL_METRIC_EXPORT_INTERVAL",
                        "1000",
                        "OTEL_TRACES_EXPORTER",
                        "none",
                        "OTEL_LOGS_EXPORTER",
                        "none"));
        return program.start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "proto"})
    void theJavaScriptSdkIsHeard(String form, Street street) throws IOException, InterruptedException {
        assumeTrue(installed(), "SKIPPED BECAUSE the OpenTelemetry SDK could not be installed by npm: " + log());
        String url = street.server().otlpHttpAddress() + "/v1/metrics";

        int sent = run("node", "send.mjs", form, url, token);

        assertThat(sent).as(log()).isZero();
        try (Asker asker = asker(street)) {
            String of = "{job='js-%s',instance='one'".formatted(form);
            boolean heard = Patience.until(
                    PATIENCE_S, () -> asker.newest("js_requests_total%s,route='/a'}".formatted(of)) == 3);
            assertThat(heard).as(log()).isTrue();
            assertThat(asker.newest("js_queue%s}".formatted(of))).isEqualTo(-2);
            assertThat(asker.newest("js_duration_seconds_count%s}".formatted(of)))
                    .isEqualTo(4);
            assertThat(asker.newest("js_duration_seconds_bucket%s,le='+Inf'}".formatted(of)))
                    .isEqualTo(4);
            assertThat(asker.newest("histogram_quantile(0.5, js_exponential_bucket%s})".formatted(of)))
                    .isBetween(0.14, 0.29);
        }
    }

    /** Only what is on its own port answers there. */
    @Test
    void theSendersPortShowsNoScreens(Street street) throws IOException {
        URI page = URI.create(street.server().otlpHttpAddress() + "/login");

        var connection = (java.net.HttpURLConnection) page.toURL().openConnection();

        assertThat(connection.getResponseCode()).isEqualTo(404);
    }

    private boolean installed() throws IOException, InterruptedException {
        try (var files = Files.list(Path.of("src", "test", "clients", "opentelemetry"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return run("npm", "install", "--no-audit", "--no-fund", "--no-package-lock") == 0;
    }

    private int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
            ChildProcess.end(process);
            return -1;
        }
        return process.exitValue();
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            return "no log: " + e.getMessage();
        }
    }

    private static Asker asker(Street street) {
        return new Asker(URI.create(street.server().address()), token);
    }
}
