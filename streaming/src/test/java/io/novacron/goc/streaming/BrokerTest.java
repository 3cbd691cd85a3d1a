package io.novacron.goc.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BrokerTest {

    private static KafkaSettings settings(String servers) {
        return new KafkaSettings(servers, 0, 4, Duration.ofHours(1), "consumer");
    }

    @Test
    void anExternalBrokerThatDoesNotAnswerIsNamedWithTheSetting() {
        assertThatThrownBy(() -> Broker.external("127.0.0.1:1", settings("127.0.0.1:1")))
                .isInstanceOfSatisfying(OperationsException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.BROKER_UNAVAILABLE);
                    assertThat(refusal.explanation()).contains("127.0.0.1:1").contains("goc.kafka.bootstrap-servers");
                });
    }

    @Test
    void anAddressThatIsNoneIsNamedWithTheSetting() {
        assertThatThrownBy(() -> Broker.external("nonsense", settings("nonsense")))
                .isInstanceOfSatisfying(
                        OperationsException.class,
                        refusal -> assertThat(refusal.explanation()).contains("nonsense"));
    }

    @Test
    void topicsThatExistKeepTheirPartitions() {
        Broker first = Broker.external(TestingBroker.address(), settings(TestingBroker.address()));
        Broker second = Broker.external(
                TestingBroker.address(),
                new KafkaSettings(TestingBroker.address(), 0, 9, Duration.ofHours(1), "consumer"));

        assertThat(second.partitions()).isEqualTo(first.partitions());
    }
}
