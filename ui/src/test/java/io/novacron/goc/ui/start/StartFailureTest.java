package io.novacron.goc.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.db.DatabaseException;
import io.novacron.goc.streaming.KafkaSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.web.server.PortInUseException;

/** A known failure of the start is told in one line: what, where, and what to do. */
class StartFailureTest {

    @Test
    void badUnitIsToldInOneLine() {
        Throwable failure = bindKafka("goc.kafka.retention", "3 fortnights");

        assertThat(StartFailure.explain(failure))
                .hasValueSatisfying(line -> assertThat(line)
                        .contains("goc.kafka.retention", "3 fortnights", "docs/configuration.md")
                        .doesNotContain("\n"));
    }

    @Test
    void valueOutOfItsRangeIsToldInOneLine() {
        Throwable failure = bindKafka("goc.kafka.partitions", "0");

        assertThat(StartFailure.explain(failure))
                .hasValueSatisfying(line -> assertThat(line).contains("goc.kafka.partitions is 0; give 1 to 1000"));
    }

    @Test
    void takenPortAndLostDatabaseAreToldInOneLine() {
        Throwable port = new IllegalStateException("context", new PortInUseException(8080));
        Throwable database = new IllegalStateException("context", new DatabaseException("nobody answers at db:5432"));

        assertThat(StartFailure.explain(port))
                .hasValueSatisfying(line -> assertThat(line).contains("8080", "server.port"));
        assertThat(StartFailure.explain(database)).contains("nobody answers at db:5432");
    }

    @Test
    void programmersErrorKeepsItsStackTrace() {
        assertThat(StartFailure.explain(new IllegalStateException("a bug"))).isEmpty();
    }

    private static Throwable bindKafka(String name, String value) {
        Binder binder = new Binder(new MapConfigurationPropertySource(Map.of(name, value)));
        try {
            binder.bind("goc.kafka", KafkaSettings.class);
        } catch (BindException e) {
            return e;
        }
        throw new AssertionError("%s=%s was taken".formatted(name, value));
    }
}
