package io.novacron.goc.streaming.embedded;

import io.novacron.goc.db.LoopbackPorts;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real single-node broker (KRaft) inside this process, keeping its log in a folder. What it acknowledged survives a
 * {@code kill -9} of the process. The controller's port is remembered, because the quorum is named by it.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);
    private static final String PORTS_FILE = "controller-port";

    private final KafkaRaftServer server;
    private final int port;
    private final FolderLock lock;

    private EmbeddedKafka(KafkaRaftServer server, int port, FolderLock lock) {
        this.server = server;
        this.port = port;
        this.lock = lock;
    }

    /**
     * Starts the broker on loopback.
     *
     * @param wantedPort 0 for a free one
     * @throws OperationsException {@link ErrorCode#RESOURCE_TAKEN} when the folder is in use
     */
    public static EmbeddedKafka start(Path folder, int wantedPort) {
        // Kafka halts the process when its folder is taken or fails; so the folder is locked first, and a halt says
        // why.
        FolderLock lock = FolderLock.take(folder);
        try {
            Exit.setHaltProcedure(EmbeddedKafka::halt);
            int port = LoopbackPorts.choose(wantedPort, "Kafka", "goc.kafka.port");
            int controllerPort = controllerPort(folder);
            Path log = folder.resolve("log");
            if (!Files.exists(log.resolve("meta.properties"))) {
                format(log);
            }
            KafkaRaftServer server =
                    new KafkaRaftServer(new KafkaConfig(properties(log, port, controllerPort)), Time.SYSTEM);
            server.startup();
            LOG.atInfo().addKeyValue("port", port).log("the embedded Kafka is ready");
            return new EmbeddedKafka(server, port, lock);
        } catch (IOException e) {
            lock.close();
            throw new OperationsException(
                    ErrorCode.RESOURCE_TAKEN,
                    "the folder %s of the embedded Kafka cannot be written: %s".formatted(folder, e.getMessage()),
                    e);
        } catch (RuntimeException e) {
            lock.close();
            throw e instanceof KafkaException ? cannotStart(folder, e) : e;
        }
    }

    private static OperationsException cannotStart(Path folder, RuntimeException cause) {
        return new OperationsException(
                ErrorCode.RESOURCE_TAKEN,
                "the embedded Kafka in %s cannot start (%s); look at its folder and free ports"
                        .formatted(folder, cause.getMessage()),
                cause);
    }

    private static void halt(int status, @Nullable String message) {
        LOG.atError()
                .addKeyValue("reason", message)
                .log("the embedded Kafka cannot go on, so the process ends; what it acknowledged is kept. Usual cause:"
                        + " the disk of goc.data-directory is full or failed. Free space, then start again");
        Runtime.getRuntime().halt(status);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        lock.close();
    }

    /** The port of the last start when it is free, else another: with one static voter the address may move. */
    private static int controllerPort(Path folder) throws IOException {
        Path file = folder.resolve(PORTS_FILE);
        int wanted =
                Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
        int port;
        try {
            port = LoopbackPorts.choose(wanted, "the Kafka controller", "goc.kafka.port");
        } catch (io.novacron.goc.db.DatabaseException e) {
            port = LoopbackPorts.choose(0, "the Kafka controller", "goc.kafka.port");
        }
        Files.writeString(file, Integer.toString(port));
        return port;
    }

    private static void format(Path log) {
        try {
            new Formatter()
                    .setNodeId(1)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(log.toString())
                    .setMetadataLogDirectory(log.toString())
                    .setControllerListenerName("CONTROLLER")
                    .setHasDynamicQuorum(false)
                    .setIgnoreFormatted(true)
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (Exception e) {
            throw new KafkaException("its folder could not be formatted: " + e.getMessage(), e);
        }
    }

    private static Properties properties(Path log, int port, int controllerPort) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("log.dirs", log.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("log.segment.bytes", "134217728");
        settings.put("log.cleaner.dedupe.buffer.size", "16777216");
        settings.put("offsets.topic.num.partitions", "4");
        for (String single : List.of(
                "offsets.topic.replication.factor",
                "transaction.state.log.replication.factor",
                "transaction.state.log.min.isr",
                "share.coordinator.state.topic.replication.factor",
                "share.coordinator.state.topic.min.isr")) {
            settings.put(single, "1");
        }
        // The defaults (5 s and 45 s) keep a restarted reader waiting for as long.
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("group.consumer.min.heartbeat.interval.ms", "500");
        settings.put("group.consumer.heartbeat.interval.ms", "500");
        settings.put("group.consumer.min.session.timeout.ms", "5000");
        settings.put("group.consumer.session.timeout.ms", "6000");
        Properties properties = new Properties();
        properties.putAll(settings);
        return properties;
    }
}
