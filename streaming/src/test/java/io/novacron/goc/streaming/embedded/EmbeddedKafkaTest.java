package io.novacron.goc.streaming.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {

    private static final byte[] WORD = "kept".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    @Test
    void whatWasAcknowledgedIsThereAfterARestartAndASecondInstanceIsRefusedMeanwhile()
            throws ExecutionException, InterruptedException {
        try (EmbeddedKafka first = EmbeddedKafka.start(folder, 0)) {
            send(first.bootstrapServers());

            assertThatThrownBy(() -> EmbeddedKafka.start(folder, 0))
                    .isInstanceOfSatisfying(OperationsException.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo(ErrorCode.RESOURCE_TAKEN);
                        assertThat(refusal.explanation())
                                .contains(folder.toString())
                                .contains("goc.data-directory");
                    });
        }

        try (EmbeddedKafka second = EmbeddedKafka.start(folder, 0)) {
            assertThat(read(second.bootstrapServers())).isEqualTo(WORD);
        }
    }

    @Test
    void aTakenPortIsSaidInOneLineWithTheSettingThatChangesIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> EmbeddedKafka.start(folder, port))
                    .hasMessageContaining(Integer.toString(port))
                    .hasMessageContaining("goc.kafka.port");
        }
    }

    private static void send(String servers) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers));
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", servers), new ByteArraySerializer(), new ByteArraySerializer())) {
            admin.createTopics(List.of(new NewTopic("words", 1, (short) 1)))
                    .all()
                    .get();
            producer.send(new ProducerRecord<>("words", 0, null, WORD)).get();
        }
    }

    private static byte[] read(String servers) {
        TopicPartition words = new TopicPartition("words", 0);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(words));
            consumer.seekToBeginning(List.of(words));
            ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofSeconds(15));
            return records.iterator().next().value();
        }
    }
}
