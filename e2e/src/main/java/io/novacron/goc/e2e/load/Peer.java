package io.novacron.goc.e2e.load;

import io.novacron.goc.e2e.ChildProcess;
import io.novacron.goc.e2e.Patience;
import io.novacron.goc.e2e.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A receiver of others, from the system's packages, with a throw-away folder. */
public final class Peer implements AutoCloseable {

    private static final int START_SECONDS_MOST = 60;
    private static final List<String> VICTORIA_METRICS =
            List.of("/usr/bin/victoria-metrics", "/usr/bin/victoria-metrics-prod");

    private final String name;
    private final Path home;
    private final int port = Server.freePort();
    private final List<String> command;
    private Process process;

    private Peer(String name, Path program, Path home, List<String> arguments) throws IOException {
        this.name = name;
        this.home = home;
        this.command = new ArrayList<>(List.of(program.toString()));
        arguments.forEach(argument -> command.add(argument.replace("PORT", Integer.toString(port))));
        Files.createDirectories(home);
        process = start();
    }

    /** The door of its present process. */
    public Receiver receiver() {
        return new Receiver(name, address().resolve("/api/v1/write"), null, process.toHandle());
    }

    /** Where it answers questions. */
    public URI address() {
        return URI.create("http://127.0.0.1:%d/".formatted(port));
    }

    public String name() {
        return name;
    }

    /** Those whose package is installed, started. */
    public static List<Peer> installed(Path folder) throws IOException {
        return Stream.of(victoriaMetrics(folder), prometheus(folder))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A VictoriaMetrics as it comes, if its package is installed. */
    public static Optional<Peer> victoriaMetrics(Path folder) throws IOException {
        return victoriaMetrics("VictoriaMetrics", folder);
    }

    /** A VictoriaMetrics with further flags. */
    public static Optional<Peer> victoriaMetrics(String name, Path folder, String... flags) throws IOException {
        Optional<Path> program = installed(VICTORIA_METRICS);
        if (program.isEmpty()) {
            return Optional.empty();
        }
        List<String> arguments = new ArrayList<>(List.of("-storageDataPath=data", "-httpListenAddr=127.0.0.1:PORT"));
        arguments.addAll(List.of(flags));
        return Optional.of(new Peer(name, program.get(), folder.resolve(name.replace(' ', '-')), arguments));
    }

    /** A Prometheus that takes remote writes, if its package is installed. */
    public static Optional<Peer> prometheus(Path folder) throws IOException {
        Optional<Path> program = installed(List.of("/usr/bin/prometheus"));
        if (program.isEmpty()) {
            return Optional.empty();
        }
        Path home = folder.resolve("prometheus");
        Files.createDirectories(home);
        Files.writeString(home.resolve("prometheus.yml"), "global: {scrape_interval: 1h}\n");
        return Optional.of(new Peer(
                "Prometheus",
                program.get(),
                home,
                List.of(
                        "--config.file=prometheus.yml",
                        "--storage.tsdb.path=data",
                        "--web.enable-remote-write-receiver",
                        "--web.listen-address=127.0.0.1:PORT")));
    }

    private static Optional<Path> installed(List<String> programs) {
        return programs.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private Process start() throws IOException {
        process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
                .start();
        try (Sender sender = new Sender(receiver())) {
            if (!Patience.until(START_SECONDS_MOST, () -> sender.post(new byte[0]) > 0)) {
                close();
                throw new IOException("%s does not answer: %s".formatted(name, Files.readString(home.resolve("log"))));
            }
        }
        return process;
    }

    /** Ends it without a warning and starts it again on the same folder. */
    public void killAndStart() throws IOException {
        Process killed = process.destroyForcibly();
        killed.onExit().join();
        process = start();
    }

    /** Bytes of its files. */
    public long bytesOnDisk() {
        return Folders.bytes(home.resolve("data"), "");
    }

    @Override
    public void close() {
        ChildProcess.end(process);
    }

    /** Asks it to write what it holds in memory to its files. */
    public void flush() {
        try {
            address().resolve("/internal/force_flush").toURL().openStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException("%s does not flush".formatted(name), e);
        }
    }
}
