package io.novacron.goc.e2e.load;

import io.novacron.goc.e2e.ChildProcess;
import io.novacron.goc.e2e.Patience;
import io.novacron.goc.e2e.Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Kafka broker in a process of its own, from the jars of the packaged product: one that can be ended alone. */
public final class LoneBroker implements AutoCloseable {

    private static final int START_SECONDS_MOST = 120;
    private static final String CLUSTER = "Z29jLWRyaWxsLWNsdXN0ZQ";

    private final Path jars;
    private final Path home;
    private final int port = Server.freePort();
    private Process process;

    /**
     * Starts a broker on an empty folder.
     *
     * @param jars the folder with the libraries of the packaged product
     */
    public LoneBroker(Path jars, Path home) throws IOException {
        this.jars = jars;
        this.home = home;
        Files.createDirectories(home);
        int controller = Server.freePort();
        Files.writeString(settings(), """
                process.roles=broker,controller
                node.id=1
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                controller.quorum.voters=1@127.0.0.1:%2$d
                log.dirs=%3$s
                offsets.topic.num.partitions=4
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                group.initial.rebalance.delay.ms=0
                """.formatted(port, controller, home.resolve("log")));
        int formatted = java(
                        "kafka.tools.StorageTool",
                        "format",
                        "-t",
                        CLUSTER,
                        "-c",
                        settings().toString())
                .onExit()
                .join()
                .exitValue();
        if (formatted != 0) {
            throw new IOException("the broker's folder could not be formatted: " + Files.readString(log()));
        }
        process = launch();
    }

    /** Where it is, as {@code goc.kafka.bootstrap-servers} takes it. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Ends it without a warning. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts it again on the same folder, after {@link #kill}. */
    public void startAgain() throws IOException {
        process = launch();
    }

    private Process launch() throws IOException {
        Process started = java("kafka.Kafka", settings().toString());
        if (!Patience.until(START_SECONDS_MOST, () -> answers() || !started.isAlive()) || !started.isAlive()) {
            throw new IOException("the broker does not answer: " + Files.readString(log()));
        }
        return started;
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private Process java(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-Dkafka.logs.dir=" + home,
                "-cp",
                jars + "/*",
                program));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private Path settings() {
        return home.resolve("server.properties");
    }

    private Path log() {
        return home.resolve("broker.log");
    }

    @Override
    public void close() {
        ChildProcess.end(process);
    }
}
