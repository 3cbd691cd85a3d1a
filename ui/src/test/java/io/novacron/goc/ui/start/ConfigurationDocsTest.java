package io.novacron.goc.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps docs/configuration.md equal to the settings in the code; {@code ./goc docs} rewrites it. */
class ConfigurationDocsTest {

    private static final Path PAGE = Path.of(System.getProperty("goc.root", ".."), "docs", "configuration.md");

    @Test
    void everySettingIsDocumentedAsTheCodeHasIt() throws IOException {
        String expected = page(SettingNames.load(getClass().getClassLoader()));
        if (Boolean.getBoolean("goc.docs.rewrite")) {
            Files.writeString(PAGE, expected);
        }

        assertThat(PAGE).as("run ./goc docs").content().isEqualTo(expected);
    }

    private static String page(SettingNames names) {
        String rows = names.all().values().stream()
                .map(setting -> "| `%s` | %s | %s | %s |"
                        .formatted(
                                setting.name(),
                                setting.defaultValue().isEmpty() ? "" : "`" + setting.defaultValue() + "`",
                                kind(setting.type()),
                                setting.description()
                                        .replaceAll("\\s+", " ")
                                        .replaceAll("\\{@code ([^}]*)}", "`$1`")
                                        .strip()))
                .collect(Collectors.joining("\n"));
        return """
                # Configuration

                Generated from the code by `./goc docs`; do not edit. Give a setting on the command line (`./goc run
                --goc.kafka.partitions=8`), in an `application.properties` beside the jar, or as a variable
                (`GOC_KAFKA_PARTITIONS=8`). Durations have a unit: `500ms`, `30s`, `5m`, `6h`. An unknown `goc.*` setting stops
                the start. Beside these, `server.port` (8080) and `server.address` (127.0.0.1) say where the product listens.

                | setting | default | kind | what for |
                |---|---|---|---|
                %s
                """.formatted(rows);
    }

    private static String kind(String type) {
        String last = type.substring(type.lastIndexOf('.') + 1);
        String simple = last.substring(last.lastIndexOf('$') + 1);
        return simple.toLowerCase(java.util.Locale.ROOT);
    }
}
