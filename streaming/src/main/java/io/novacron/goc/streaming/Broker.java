package io.novacron.goc.streaming;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.streaming.embedded.EmbeddedKafka;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.ClientDnsLookup;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The broker in use, with its topics made. */
public final class Broker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Broker.class);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final Duration ADMIN_ANSWER_WITHIN = Duration.ofSeconds(30);

    /** Records of telemetry go once they are stored, and not because of their age or number. */
    private static final Map<String, String> KEPT_UNTIL_STORED = Map.of("retention.ms", "-1", "retention.bytes", "-1");

    private final String bootstrapServers;
    private final @Nullable EmbeddedKafka embedded;
    private final int partitions;

    private Broker(String bootstrapServers, @Nullable EmbeddedKafka embedded, int partitions) {
        this.bootstrapServers = bootstrapServers;
        this.embedded = embedded;
        this.partitions = partitions;
    }

    /** Uses the embedded broker, which is ours to close. */
    static Broker embedded(EmbeddedKafka kafka, KafkaSettings settings) {
        return new Broker(
                kafka.bootstrapServers(),
                kafka,
                makeTopics(kafka.bootstrapServers(), settings, Duration.ofSeconds(60)));
    }

    /**
     * Uses an external cluster.
     *
     * @throws OperationsException {@link ErrorCode#BROKER_UNAVAILABLE} when nobody there takes a connection within 5 s,
     *     or the cluster cannot make our topics within 30 s
     */
    static Broker external(String bootstrapServers, KafkaSettings settings) {
        requireAnswer(bootstrapServers);
        return new Broker(bootstrapServers, null, makeTopics(bootstrapServers, settings, Duration.ofSeconds(30)));
    }

    /** Tries the addresses one after another until one takes a connection; the client itself would go on trying. */
    private static void requireAnswer(String servers) {
        try {
            List<InetSocketAddress> addresses =
                    ClientUtils.parseAndValidateAddresses(List.of(servers.split(",")), ClientDnsLookup.USE_ALL_DNS_IPS);
            for (InetSocketAddress address : addresses) {
                if (answers(address, ANSWER_WITHIN.dividedBy(addresses.size()))) {
                    return;
                }
            }
        } catch (KafkaException e) {
            throw unreachable(servers, e);
        }
        throw unreachable(servers, new ConnectException("no address takes a connection"));
    }

    private static boolean answers(InetSocketAddress address, Duration atMost) {
        try (Socket socket = new Socket()) {
            socket.connect(address, Math.toIntExact(atMost.toMillis()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    public boolean isEmbedded() {
        return embedded != null;
    }

    /** Partitions of the telemetry topic. */
    public int partitions() {
        return partitions;
    }

    /** A fresh client that administers the broker, and gives up within 30 s; the caller closes it. */
    public Admin admin() {
        return admin(bootstrapServers, ADMIN_ANSWER_WITHIN);
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }

    private static Admin admin(String servers, Duration atMost) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(atMost.toMillis()),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(atMost.toMillis())));
    }

    private static int makeTopics(String servers, KafkaSettings settings, Duration atMost) {
        try (Admin admin = admin(servers, atMost)) {
            String largest = Integer.toString(Topics.RECORD_BYTES_MOST);
            Map<String, String> telemetry = new HashMap<>(KEPT_UNTIL_STORED);
            telemetry.put("max.message.bytes", largest);
            make(admin, new NewTopic(Topics.TELEMETRY, settings.partitions(), (short) -1).configs(telemetry), atMost);
            make(
                    admin,
                    new NewTopic(Topics.DEAD_LETTERS, 1, (short) -1)
                            .configs(Map.of("retention.ms", "604800000", "max.message.bytes", largest)),
                    atMost);
            keepUntilStored(admin, atMost);
            return admin.describeTopics(List.of(Topics.TELEMETRY))
                    .topicNameValues()
                    .values()
                    .iterator()
                    .next()
                    .get(atMost.toMillis(), TimeUnit.MILLISECONDS)
                    .partitions()
                    .size();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw unreachable(servers, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(servers, e);
        }
    }

    /** A topic from before may have another retention; a cluster that lets us not change it is told about. */
    private static void keepUntilStored(Admin admin, Duration atMost) throws TimeoutException, InterruptedException {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.TELEMETRY);
        List<AlterConfigOp> changes = KEPT_UNTIL_STORED.entrySet().stream()
                .map(each ->
                        new AlterConfigOp(new ConfigEntry(each.getKey(), each.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        try {
            admin.incrementalAlterConfigs(Map.of(topic, changes)).all().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            LOG.atWarn()
                    .addKeyValue("reason", e.getMessage())
                    .log(
                            "the topic %s could not be told to keep records until they are stored; set its retention.ms and"
                                            .formatted(Topics.TELEMETRY)
                                    + " retention.bytes to -1, or what is not stored in time is lost");
        }
    }

    private static void make(Admin admin, NewTopic topic, Duration atMost)
            throws ExecutionException, TimeoutException, InterruptedException {
        try {
            admin.createTopics(List.of(topic)).all().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static OperationsException unreachable(String servers, Exception cause) {
        return new OperationsException(
                ErrorCode.BROKER_UNAVAILABLE,
                "the Kafka broker at %s cannot be used; check goc.kafka.bootstrap-servers and that it runs"
                        .formatted(servers),
                cause);
    }
}
