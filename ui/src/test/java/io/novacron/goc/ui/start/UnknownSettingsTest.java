package io.novacron.goc.ui.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.goc.kernel.OperationsException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class UnknownSettingsTest {

    private static final SettingNames NAMES = SettingNames.load(UnknownSettingsTest.class.getClassLoader());

    @ParameterizedTest
    @CsvSource({
        "goc.databse.url, goc.database.url",
        "goc.simulation.host, goc.simulation.hosts",
        "GOC_KAFKA_BOOTSTRAPSERVER, goc.kafka.bootstrap-servers"
    })
    void misspeltSettingStopsTheStartAndTheNearestIsNamed(String misspelt, String nearest) {
        assertThatThrownBy(() -> check(misspelt))
                .isInstanceOf(OperationsException.class)
                .hasMessageContaining("'" + misspelt + "'")
                .hasMessageContaining("'" + nearest + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "goc.database.url",
                "GOC_DATABASE_URL",
                "goc.data-directory",
                "goc.dataDirectory",
                "GOC_JAVA_OPTS",
                "java.home"
            })
    void knownSettingInAnySpellingIsFine(String name) {
        assertThatCode(() -> check(name)).doesNotThrowAnyException();
    }

    @Test
    void everySettingSaysWhatItIsFor() {
        assertThat(NAMES.all()).hasSizeGreaterThan(20);
        assertThat(NAMES.all().values())
                .allSatisfy(setting ->
                        assertThat(setting.description()).as(setting.name()).isNotBlank());
    }

    private static void check(String name) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of(name, "x")));
        UnknownSettings.check(environment, NAMES);
    }
}
