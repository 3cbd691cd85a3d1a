package io.novacron.goc.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SchemaDocsTest {

    private static final Path SCHEMA = Path.of(System.getProperty("goc.root", ".."), "db", "schema.sql");

    private final JdbcClient migrated = TestingDatabase.embedded().client();

    @Test
    void schemaFileSaysWhatTheMigrationsMake() throws IOException {
        String made = new SchemaSnapshot(migrated).text();
        if (Boolean.getBoolean("goc.docs.rewrite")) {
            Files.writeString(SCHEMA, made);
        }

        String written = Files.readString(SCHEMA);

        assertThat(written)
                .as("db/schema.sql is behind the migrations; look at the difference, then run ./goc docs")
                .isEqualTo(made);
    }

    @Test
    void schemaMadeFromTheFileIsTheSameSchema() throws IOException {
        JdbcClient copy = TestingDatabase.empty().client();

        copy.sql(Files.readString(SCHEMA)).update();

        assertThat(new SchemaSnapshot(copy).text()).isEqualTo(new SchemaSnapshot(migrated).text());
    }
}
