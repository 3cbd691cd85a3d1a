package io.novacron.goc.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class ServerTroubleTest {

    @ParameterizedTest
    @CsvSource({"53100,DISK_FULL", "08006,UNREACHABLE", "57P01,UNREACHABLE", "53300,UNREACHABLE", "23505,", "42P01,"})
    void stateOfTheStatementTellsTheTrouble(String state, ServerTrouble trouble) {
        Throwable failure = new IllegalStateException(new SQLException("failed", state));

        assertThat(ServerTrouble.in(failure).orElse(null)).isEqualTo(trouble);
    }

    @Test
    void serverThatIsGoneIsUnreachable(@TempDir Path home) {
        EmbeddedPostgres server = EmbeddedPostgres.start(new EmbeddedPostgres.Plan(
                home, TestingDatabase.programs(), 0, null, List.of(), Duration.ofSeconds(60)));
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(server.url());
        source.setUser(server.user());
        source.setPassword(server.password());
        server.close();

        try {
            JdbcClient.create(source).sql("select 1").query(Integer.class).single();
            throw new AssertionError("the server answered after its end");
        } catch (DataAccessException e) {
            assertThat(ServerTrouble.in(e)).contains(ServerTrouble.UNREACHABLE);
        }
    }
}
