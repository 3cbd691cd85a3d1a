package io.novacron.goc.db;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExternalPostgresTest {

    @Test
    void addressThatIsNoPostgresIsExplained() {
        assertThatThrownBy(() -> DatabaseConfiguration.ExternalPostgres.check("mysql://db/goc", "ops", ""))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("mysql://db/goc")
                .hasMessageContaining("jdbc:postgresql://");
    }

    @Test
    void unreachableServerIsNamedInOneLine() {
        assertThatThrownBy(() ->
                        DatabaseConfiguration.ExternalPostgres.check("jdbc:postgresql://127.0.0.1:1/goc", "ops", ""))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageContaining("goc.database.url")
                .message()
                .doesNotContain("\n");
    }
}
