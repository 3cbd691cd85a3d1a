package io.novacron.goc.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.novacron.goc.db.DatabaseSettings.Timescale;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class ExternalPostgresTest {

    @Test
    void addressThatIsNoPostgresIsExplained() {
        assertThatThrownBy(() -> ExternalPostgres.check("mysql://db/goc", "ops", "", Timescale.AUTO))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("mysql://db/goc")
                .hasMessageContaining("jdbc:postgresql://");
    }

    @Test
    void unreachableServerIsNamedInOneLine() {
        assertThatThrownBy(() -> ExternalPostgres.check("jdbc:postgresql://127.0.0.1:1/goc", "ops", "", Timescale.AUTO))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageContaining("goc.database.url")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void wrongPasswordIsExplainedAndNotShown() {
        String url = TestingDatabase.embedded().settings().get("goc.database.url");

        assertThatThrownBy(() -> ExternalPostgres.check(url + "?ApplicationName=x", "ops", "hunter2", Timescale.AUTO))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("goc.database.url, username and password")
                .message()
                .doesNotContain("hunter2")
                .doesNotContain("?");
    }

    @Test
    void serverWithoutTimescaleIsRefusedWhereItIsRequired() {
        PGSimpleDataSource source = TestingDatabase.embedded().dataSource();
        String url = String.valueOf(source.getUrl());
        String user = String.valueOf(source.getUser());
        String password = String.valueOf(source.getPassword());

        ExternalPostgres.check(url, user, password, Timescale.AUTO);

        assertThatThrownBy(() -> ExternalPostgres.check(url, user, password, Timescale.REQUIRED))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("goc.database.timescale")
                .hasMessageContaining("shared_preload_libraries");
    }

    @Test
    void modeIsReadBackAndCannotBeChangedLater() {
        DatabaseMode mode = DatabaseMode.read(TestingDatabase.embedded().dataSource(), false);

        assertThat(mode.engine()).isEqualTo(DatabaseMode.Engine.NATIVE);
        assertThat(mode.version()).startsWith("PostgreSQL 18");
        assertThat(mode.address()).startsWith("jdbc:postgresql://127.0.0.1:").doesNotContain("?");
        mode.check(Timescale.OFF);
        assertThatThrownBy(() -> mode.check(Timescale.REQUIRED))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("fixed when the schema is made");
    }
}
