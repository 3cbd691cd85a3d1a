package io.novacron.goc.streaming;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.streaming.embedded.EmbeddedKafka;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.ClientDnsLookup;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/** The broker in use, with its topics made. */
public final class Broker implements AutoCloseable {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

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

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }

    private static int makeTopics(String servers, KafkaSettings settings, Duration atMost) {
        Map<String, Object> properties = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(atMost.toMillis()),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(atMost.toMillis()));
        try (Admin admin = Admin.create(properties)) {
            String retention = Long.toString(settings.retention().toMillis());
            String largest = Integer.toString(Topics.RECORD_BYTES_MOST);
            for (NewTopic topic : List.of(
                    new NewTopic(Topics.TELEMETRY, settings.partitions(), (short) -1)
                            .configs(Map.of("retention.ms", retention, "max.message.bytes", largest)),
                    new NewTopic(Topics.DEAD_LETTERS, 1, (short) -1)
                            .configs(Map.of("retention.ms", "604800000", "max.message.bytes", largest)))) {
                make(admin, topic, atMost);
            }
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
