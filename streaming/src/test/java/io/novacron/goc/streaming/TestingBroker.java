package io.novacron.goc.streaming;

import io.novacron.goc.streaming.embedded.EmbeddedKafka;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;

/** One real broker for each JVM, started with the first test that asks and stopped when the JVM ends. */
public final class TestingBroker {

    private TestingBroker() {}

    public static String address() {
        return Holder.KAFKA.bootstrapServers();
    }

    private static final class Holder {

        static final EmbeddedKafka KAFKA = start();

        private static EmbeddedKafka start() {
            Path folder = Path.of(
                            "target", "testing-kafka-" + ProcessHandle.current().pid())
                    .toAbsolutePath();
            EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0);
            SpringApplication.getShutdownHandlers().add(kafka::close);
            return kafka;
        }
    }
}
