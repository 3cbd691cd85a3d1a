package io.novacron.goc.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
    void serverThatIsKilledComesBackByItselfWithEverythingCommitted() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(plan(0))) {
            client(postgres).sql("create table fact (n int)").update();
            client(postgres)
                    .sql("insert into fact select generate_series(1, 1000)")
                    .update();

            postgres.process().descendants().forEach(ProcessHandle::destroyForcibly);

            await().ignoreExceptions()
                    .untilAsserted(() -> assertThat(client(postgres)
                                    .sql("select count(*) from fact")
                                    .query(Long.class)
                                    .single())
                            .isEqualTo(1_000));
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

    @Test
    void processIdFileOfADeadServerIsNoObstacle() throws IOException {
        EmbeddedPostgres.start(plan(0)).close();
        String nowAnotherProcess = Long.toString(ProcessHandle.current().pid());

        for (String left : List.of("", "no number", "999999999", nowAnotherProcess)) {
            Files.writeString(home.resolve("cluster/postmaster.pid"), left + "\n/somewhere\n");
            try (EmbeddedPostgres again = EmbeddedPostgres.start(plan(0))) {
                assertThat(client(again).sql("select 1").query(Integer.class).single())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void passwordIsForItsOwnerAndNobodyGetsInWithoutIt() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(plan(0))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("password"))))
                    .isEqualTo("rw-------");
            assertThatThrownBy(() -> DriverManager.getConnection(server.url(), server.user(), "guess"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void serverEndsWithTheProgramThatStartedItHoweverThatEnds() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName(),
                        home.toString(),
                        TestingDatabase.programs().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean hasAddress = program.inputReader(StandardCharsets.UTF_8)
                .lines()
                .anyMatch(line -> line.startsWith("jdbc:postgresql://"));
        List<ProcessHandle> servers = program.descendants().toList();
        assertThat(hasAddress).isTrue();
        assertThat(servers).isNotEmpty();

        program.destroyForcibly().waitFor();

        for (ProcessHandle server : servers) {
            server.onExit().get(20, TimeUnit.SECONDS);
        }
        EmbeddedPostgres.start(plan(0)).close();
    }

    @Test
    void fullDiskIsToldInOneLine() throws IOException {
        Files.writeString(home.resolve("postgres.log"), """
                2026-03-01 10:00:00 UTC LOG:  starting PostgreSQL 18.6
                2026-03-01 10:00:00 UTC FATAL:  could not write to file "pg_wal/xlogtemp.12": No space left on device
                2026-03-01 10:00:01 UTC FATAL:  the database system is shutting down
                """);

        assertThat(PostgresLog.lastWords(home.resolve("postgres.log")))
                .contains("No space left on device")
                .contains("free space")
                .doesNotContain("\n");
    }

    /** A program that starts a server, says where it is, and waits to be killed. */
    static final class Starter {

        private Starter() {}

        public static void main(String[] arguments) throws InterruptedException {
            EmbeddedPostgres server = EmbeddedPostgres.start(new EmbeddedPostgres.Plan(
                    Path.of(arguments[0]), Path.of(arguments[1]), 0, null, List.of(), Duration.ofSeconds(60)));
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)
                    .println(server.url());
            new CountDownLatch(1).await();
        }
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
