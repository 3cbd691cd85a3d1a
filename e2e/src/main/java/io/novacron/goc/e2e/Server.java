package io.novacron.goc.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The packaged product as a child process on a loopback port, with a data directory and a log of its own. */
public final class Server implements AutoCloseable {

    private static final int START_SECONDS_MOST = 600;
    private static final int STOP_SECONDS_MOST = 40;
    private static final System.Logger LOG = System.getLogger(Server.class.getName());
    private static final int LOWEST_PORT = 20_000;
    private static final int PORTS = 12_000;
    private static final AtomicInteger NEXT_PORT =
            new AtomicInteger((int) (ProcessHandle.current().pid() * 37 % PORTS));
    private static final String LIVE = "NovaCron GOC is live at";

    private final Path jar;
    private final Path folder;
    private final int port;
    private final int otlpHttpPort;
    private final int otlpGrpcPort;
    private final List<String> settings;
    private final List<String> program;

    @Nullable
    private Process process;

    /**
     * Prepares a server; {@link #start} starts it.
     *
     * @param jar the packaged product
     * @param folder where its data and its log go
     * @param settings further settings, {@code --key=value}
     */
    public Server(Path jar, Path folder, List<String> settings) {
        this(jar, folder, settings, List.of("-jar", jar.toString()));
    }

    private Server(Path jar, Path folder, List<String> settings, List<String> program) {
        this.program = program;
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("the product is not packaged: %s is missing".formatted(jar));
        }
        this.jar = jar;
        this.folder = folder;
        this.settings = List.copyOf(settings);
        this.port = freePort();
        this.otlpHttpPort = freePort();
        this.otlpGrpcPort = freePort();
    }

    /** The product with classes that are not part of it, found in the folder. */
    public static Server withMore(Path classes, Path jar, Path folder, List<String> settings) {
        String path = jar + System.getProperty("path.separator") + classes;
        return new Server(jar, folder, settings, List.of("-cp", path, "io.novacron.goc.GlobalOperationsCenter"));
    }

    /** Starts it and waits until it says that it is live. */
    public void start() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1200m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseCompactObjectHeaders",
                "-XX:AOTCache=" + jar.resolveSibling("goc.aot"),
                "-Xlog:aot*=off"));
        command.addAll(program);
        command.addAll(List.of(
                "--server.port=" + port,
                "--goc.otlp.http-port=" + otlpHttpPort,
                "--goc.otlp.grpc-port=" + otlpGrpcPort,
                "--spring.profiles.active=demo",
                "--goc.data-directory=" + folder.resolve("data")));
        command.addAll(settings);
        try {
            Files.createDirectories(folder);
            Files.writeString(log(), "");
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("the server could not be started", e);
        }
        boolean live = Patience.until(START_SECONDS_MOST, () -> logText().contains(LIVE) || !isRunning());
        if (!live || !isRunning()) {
            stop();
            throw new IllegalStateException("the server is not live: " + logText());
        }
    }

    /** Ends it as an operator would. */
    public void stop() {
        Process running = process;
        if (running != null) {
            running.destroy();
            awaitEnd(running);
        }
    }

    /** Ends it without a warning, as a power cut would; its embedded servers are left to themselves. */
    public void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            awaitEnd(running);
        }
    }

    public int port() {
        return port;
    }

    public String address() {
        return "http://localhost:" + port;
    }

    /** Where OpenTelemetry sends to over HTTP. */
    public String otlpHttpAddress() {
        return "http://localhost:" + otlpHttpPort;
    }

    /** Where OpenTelemetry sends to over gRPC. */
    public String otlpGrpcAddress() {
        return "http://localhost:" + otlpGrpcPort;
    }

    public long pid() {
        Process running = process;
        return running == null ? -1 : running.pid();
    }

    public String logText() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    /**
     * A loopback port that nobody uses now, never the same twice. It lies below those that the system gives to outgoing
     * connections, so that none of these takes it before it is used.
     */
    public static int freePort() {
        while (true) {
            int port = LOWEST_PORT + NEXT_PORT.getAndIncrement() % PORTS;
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return port;
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "port {0} is taken; trying the next", port);
            }
        }
    }

    private boolean isRunning() {
        Process running = process;
        return running != null && running.isAlive();
    }

    private Path log() {
        return folder.resolve("server.log");
    }

    private static void awaitEnd(Process running) {
        try {
            if (!running.waitFor(STOP_SECONDS_MOST, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor(STOP_SECONDS_MOST, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
