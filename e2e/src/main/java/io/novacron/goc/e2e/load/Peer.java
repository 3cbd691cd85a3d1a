package io.novacron.goc.e2e.load;

import io.novacron.goc.e2e.ChildProcess;
import io.novacron.goc.e2e.Patience;
import io.novacron.goc.e2e.Server;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A receiver of others, from the system's packages, with a throw-away folder. */
public final class Peer implements AutoCloseable {

    private static final int START_SECONDS_MOST = 60;

    private final Receiver receiver;
    private final Process process;

    private Peer(String name, String path, int port, Process process) {
        this.process = process;
        this.receiver =
                new Receiver(name, URI.create("http://127.0.0.1:%d%s".formatted(port, path)), null, process.toHandle());
    }

    public Receiver receiver() {
        return receiver;
    }

    /** Those whose package is installed, started. */
    public static List<Peer> installed(Path folder) throws IOException {
        return List.of(victoriaMetrics(folder), prometheus(folder)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Peer> victoriaMetrics(Path folder) throws IOException {
        int port = Server.freePort();
        return start(
                "VictoriaMetrics",
                List.of("/usr/bin/victoria-metrics", "/usr/bin/victoria-metrics-prod"),
                folder.resolve("victoria-metrics"),
                port,
                List.of("-storageDataPath=data", "-httpListenAddr=127.0.0.1:" + port));
    }

    /** A Prometheus that takes remote writes, if its package is installed. */
    public static Optional<Peer> prometheus(Path folder) throws IOException {
        int port = Server.freePort();
        Path home = folder.resolve("prometheus");
        Files.createDirectories(home);
        Files.writeString(home.resolve("prometheus.yml"), "global: {scrape_interval: 1h}\n");
        return start(
                "Prometheus",
                List.of("/usr/bin/prometheus"),
                home,
                port,
                List.of(
                        "--config.file=prometheus.yml",
                        "--storage.tsdb.path=data",
                        "--web.enable-remote-write-receiver",
                        "--web.listen-address=127.0.0.1:" + port));
    }

    private static Optional<Peer> start(String name, List<String> programs, Path home, int port, List<String> arguments)
            throws IOException {
        Optional<Path> program =
                programs.stream().map(Path::of).filter(Files::isExecutable).findFirst();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        Files.createDirectories(home);
        List<String> command = new ArrayList<>(List.of(program.get().toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log").toFile())
                .start();
        Peer peer = new Peer(name, "/api/v1/write", port, process);
        try (Sender sender = new Sender(peer.receiver)) {
            if (!Patience.until(START_SECONDS_MOST, () -> sender.post(new byte[0]) > 0)) {
                peer.close();
                throw new IOException("%s does not answer: %s".formatted(name, Files.readString(home.resolve("log"))));
            }
        }
        return Optional.of(peer);
    }

    /** Where it answers questions. */
    public URI address() {
        return receiver.write().resolve("/");
    }

    @Override
    public void close() {
        ChildProcess.end(process);
    }
}
