package io.novacron.goc.streaming;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.streaming.wire.BatchCodec;
import io.novacron.goc.streaming.wire.MalformedBatch;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks at what was put aside, and gives it to the fold again once it can be read. */
@Component
public class DeadLetterBox {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final int BEGINNING = 48;

    private final Broker broker;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DeadLetterBox(Broker broker, Clock clock, ApplicationEventPublisher events) {
        this.broker = broker;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A record that could not be decoded.
     *
     * @param id partition and offset in the topic of dead letters
     * @param at when it was put aside
     * @param from partition and offset where it was
     * @param reason why it could not be decoded then
     * @param readable whether it can be now, so that it can be replayed
     * @param beginning its first bytes, in hexadecimal
     */
    public record DeadLetter(
            String id, Instant at, String from, String reason, int bytes, boolean readable, String beginning) {}

    /**
     * The newest letters, newest first.
     *
     * @throws OperationsException BROKER_UNAVAILABLE when the broker does not answer
     */
    public List<DeadLetter> newest(int most) {
        List<DeadLetter> letters = new ArrayList<>();
        read(message -> letters.add(letter(message)), most, null);
        return letters.stream()
                .sorted(Comparator.comparing(DeadLetter::at).reversed())
                .limit(most)
                .toList();
    }

    /**
     * Gives a letter to the fold again. A point that is in history already is left out there, so that doing it twice
     * does no harm.
     *
     * @throws OperationsException NOT_FOUND when it is no longer kept, INVALID_INPUT when it still cannot be decoded,
     *     BROKER_UNAVAILABLE when the broker does not answer
     */
    @Transactional
    public void replay(String id, Actor by) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        read(found::add, 1, id);
        ConsumerRecord<byte[], byte[]> letter = found.stream()
                .findFirst()
                .orElseThrow(() -> new OperationsException(
                        ErrorCode.NOT_FOUND, "there is no dead letter %s (any more)".formatted(id)));
        try {
            BatchCodec.decode(letter.value());
        } catch (MalformedBatch e) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "the dead letter %s still cannot be decoded: %s".formatted(id, e.getMessage()),
                    e);
        }
        send(letter);
        events.publishEvent(new DeadLetterReplayed(id, header(letter, "from"), by, clock.instant()));
    }

    private void send(ConsumerRecord<byte[], byte[]> letter) {
        String from = header(letter, "from");
        int partition = Integer.parseInt(from.substring(0, Math.max(0, from.indexOf('@'))));
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker.bootstrapServers(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        Topics.RECORD_BYTES_MOST),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.TELEMETRY, partition, letter.key(), letter.value()))
                    .get();
        } catch (ExecutionException e) {
            throw new OperationsException(
                    ErrorCode.BROKER_UNAVAILABLE, "the broker did not take the dead letter again", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationsException(ErrorCode.BROKER_UNAVAILABLE, "interrupted while a letter was replayed", e);
        }
    }

    /** Reads the last letters of each partition, or the one of an id. */
    private void read(Consumer<ConsumerRecord<byte[], byte[]>> taker, int most, @Nullable String id) {
        try (KafkaConsumer<byte[], byte[]> reader = newConsumer()) {
            Map<TopicPartition, Long> left = new HashMap<>();
            List<TopicPartition> partitions = reader.partitionsFor(Topics.DEAD_LETTERS, ANSWER_WITHIN).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            reader.assign(partitions);
            Map<TopicPartition, Long> begins = reader.beginningOffsets(partitions, ANSWER_WITHIN);
            reader.endOffsets(partitions, ANSWER_WITHIN).forEach((name, end) -> {
                long begin = begins.getOrDefault(name, 0L);
                long first = Math.max(begin, end - most);
                if (id != null) {
                    first = id.startsWith(name.partition() + "@") ? Math.max(begin, offset(id)) : end;
                }
                reader.seek(name, first);
                if (first < end) {
                    left.put(name, id == null ? end : first + 1);
                }
            });
            while (!left.isEmpty()) {
                for (ConsumerRecord<byte[], byte[]> message : reader.poll(Duration.ofMillis(200))) {
                    Long until = left.get(new TopicPartition(message.topic(), message.partition()));
                    if (until != null && message.offset() < until) {
                        taker.accept(message);
                    }
                }
                left.entrySet().removeIf(entry -> reader.position(entry.getKey(), ANSWER_WITHIN) >= entry.getValue());
            }
        } catch (KafkaException e) {
            throw new OperationsException(
                    ErrorCode.BROKER_UNAVAILABLE, "the dead letters could not be read: " + e.getMessage(), e);
        }
    }

    private static long offset(String id) {
        try {
            return Long.parseLong(id.substring(id.indexOf('@') + 1));
        } catch (NumberFormatException e) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT, "\"%s\" names no dead letter; give partition@offset".formatted(id), e);
        }
    }

    private static DeadLetter letter(ConsumerRecord<byte[], byte[]> message) {
        byte[] value = message.value();
        StringBuilder beginning = new StringBuilder();
        for (int i = 0; i < Math.min(BEGINNING, value.length); i++) {
            beginning.append("%02x".formatted(value[i]));
        }
        return new DeadLetter(
                message.partition() + "@" + message.offset(),
                Instant.ofEpochMilli(message.timestamp()),
                header(message, "from"),
                header(message, "reason"),
                value.length,
                isReadable(value),
                beginning.toString());
    }

    private static boolean isReadable(byte[] value) {
        try {
            return BatchCodec.decode(value).ids().length > 0;
        } catch (MalformedBatch e) {
            return false;
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private KafkaConsumer<byte[], byte[]> newConsumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker.bootstrapServers(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
