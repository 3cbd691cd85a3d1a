package io.novacron.goc.db;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A real database for a test: one embedded server for each JVM, one freshly migrated database for each call of
 * {@link #fresh()}, cloned from a template so that it costs milliseconds. When {@code GOC_TIMESCALE_URL} names a server
 * with TimescaleDB, the same tests run there, and say so.
 */
public final class TestingDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String TIMESCALE = System.getenv().getOrDefault("GOC_TIMESCALE_URL", "");

    private final PGSimpleDataSource dataSource;

    private TestingDatabase(PGSimpleDataSource dataSource) {
        this.dataSource = dataSource;
    }

    public static TestingDatabase fresh() {
        if (!TIMESCALE.isEmpty()) {
            TestingDatabase made = onTimescale();
            migrate(made.dataSource, "required");
            System.out.println("this test runs on "
                    + DatabaseMode.read(made.dataSource, false).version());
            return made;
        }
        return clone("migrated");
    }

    /** As {@link #fresh()}, but always of the embedded server, for tests of what is particular to it. */
    static TestingDatabase embedded() {
        return clone("migrated");
    }

    /** Kills every process of the embedded server, which then comes back by itself. */
    public static void crash() {
        assumeThat(TIMESCALE).as("a server that is not ours to kill").isEmpty();
        Holder.SERVER.process().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    /** A database in which nothing is yet. */
    static TestingDatabase empty() {
        return clone("template1");
    }

    private static TestingDatabase onTimescale() {
        String name = "test_%d_%d".formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
        JdbcClient.create(timescale(""))
                .sql("create database %s template template0".formatted(name))
                .update();
        return new TestingDatabase(timescale(name));
    }

    /** A database of the server with TimescaleDB; that which its address names, when the name is empty. */
    static PGSimpleDataSource timescale(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(TIMESCALE);
        source.setUser(System.getenv().getOrDefault("GOC_TIMESCALE_USERNAME", "postgres"));
        source.setPassword(System.getenv().getOrDefault("GOC_TIMESCALE_PASSWORD", ""));
        if (!database.isEmpty()) {
            source.setDatabaseName(database);
        }
        return source;
    }

    static void migrate(PGSimpleDataSource source, String timescale) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .placeholders(Map.of("timescale", timescale))
                .load()
                .migrate();
    }

    private static TestingDatabase clone(String template) {
        EmbeddedPostgres server = Holder.SERVER;
        String name = "test_" + COUNT.incrementAndGet();
        JdbcClient.create(connect(server, "postgres"))
                .sql("create database %s template %s".formatted(name, template))
                .update();
        return new TestingDatabase(connect(server, name));
    }

    public PGSimpleDataSource dataSource() {
        return dataSource;
    }

    public JdbcClient client() {
        return JdbcClient.create(dataSource);
    }

    /** Where an application under test connects. */
    public Map<String, String> settings() {
        return Map.of(
                "goc.database.url", String.valueOf(dataSource.getUrl()),
                "goc.database.username", String.valueOf(dataSource.getUser()),
                "goc.database.password", String.valueOf(dataSource.getPassword()));
    }

    static Path programs() {
        return Path.of(System.getProperty("goc.root", ".."), "target", "programs")
                .toAbsolutePath()
                .normalize();
    }

    private static PGSimpleDataSource connect(EmbeddedPostgres server, String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.port(), database));
        source.setUser(server.user());
        source.setPassword(server.password());
        return source;
    }

    /** Started with the first test that asks, stopped when the JVM ends. */
    private static final class Holder {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            Path home = Path.of(
                            "target",
                            "testing-postgres-" + ProcessHandle.current().pid())
                    .toAbsolutePath();
            EmbeddedPostgres server = EmbeddedPostgres.start(new EmbeddedPostgres.Plan(
                    home,
                    programs(),
                    0,
                    null,
                    List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"),
                    Duration.ofSeconds(60)));
            // After the contexts that use it have closed. Nobody reads these databases again: an orderly shutdown would
            // only write all of them to disk first.
            SpringApplication.getShutdownHandlers()
                    .add(() -> server.process().descendants().forEach(ProcessHandle::destroyForcibly));
            JdbcClient.create(connect(server, "postgres"))
                    .sql("create database migrated")
                    .update();
            migrate(connect(server, "migrated"), "auto");
            return server;
        }
    }
}
