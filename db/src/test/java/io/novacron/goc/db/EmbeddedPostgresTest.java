package io.novacron.goc.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedPostgresTest {

    @TempDir
    Path home;

    @Test
    void whatWasCommittedSurvivesKillingTheServer() {
        EmbeddedPostgres first = EmbeddedPostgres.start(plan(0));
        client(first).sql("create table fact (n int)").update();
        client(first).sql("insert into fact select generate_series(1, 1000)").update();

        first.process().descendants().forEach(ProcessHandle::destroyForcibly);
        first.close();

        try (EmbeddedPostgres second = EmbeddedPostgres.start(plan(0))) {
            assertThat(client(second)
                            .sql("select count(*) from fact")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1_000);
            assertThat(client(second).sql("show fsync").query(String.class).single())
                    .isEqualTo("on");
        }
    }

    @Test
    void secondInstanceOnTheSameDataIsRefused() {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(plan(0))) {
            assertThat(first.port()).isPositive();

            assertThatThrownBy(() -> EmbeddedPostgres.start(plan(0)))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("in use by another instance")
                    .hasMessageContaining("goc.data-directory");
        }
    }

    @Test
    void takenPortIsNamedWithItsSetting() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            EmbeddedPostgres.Plan plan = plan(taken.getLocalPort());

            assertThatThrownBy(() -> EmbeddedPostgres.start(plan))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("goc.database.port");
        }
    }

    @Test
    void missingTimescaleLibraryIsFoundBeforeTheServerStarts() {
        EmbeddedPostgres.Plan plan = new EmbeddedPostgres.Plan(
                home, TestingDatabase.programs(), 0, home.resolve("nothing"), List.of(), Duration.ofSeconds(60));

        assertThatThrownBy(() -> EmbeddedPostgres.start(plan))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("goc.database.extension-directory");
    }

    private EmbeddedPostgres.Plan plan(int port) {
        return new EmbeddedPostgres.Plan(
                home, TestingDatabase.programs(), port, null, List.of(), Duration.ofSeconds(60));
    }

    private static JdbcClient client(EmbeddedPostgres postgres) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(postgres.url());
        source.setUser(postgres.user());
        source.setPassword(postgres.password());
        return JdbcClient.create(source);
    }
}
