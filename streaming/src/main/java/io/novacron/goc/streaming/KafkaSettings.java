package io.novacron.goc.streaming;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which broker carries telemetry.
 *
 * @param bootstrapServers addresses of an external cluster, {@code host:9092,…}; without them the embedded broker is
 *     used
 * @param port port of the embedded broker on loopback; 0 takes a free one (its controller takes another)
 * @param partitions partitions of the telemetry topic when it is made
 * @param retention how long the broker keeps raw points that are stored; what is not stored yet it keeps longer
 * @param groupProtocol {@code consumer} (brokers from 4.0) or {@code classic}
 */
@ConfigurationProperties("goc.kafka")
public record KafkaSettings(
        @Nullable String bootstrapServers,
        @DefaultValue("0") int port,
        @DefaultValue("4") int partitions,
        @DefaultValue("1h") Duration retention,
        @DefaultValue("consumer") String groupProtocol) {

    public KafkaSettings {
        if (partitions < 1 || partitions > 1_000) {
            throw new IllegalArgumentException("goc.kafka.partitions is %d; give 1 to 1000".formatted(partitions));
        }
    }
}
