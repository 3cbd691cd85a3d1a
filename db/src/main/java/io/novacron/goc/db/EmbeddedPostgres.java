package io.novacron.goc.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The real PostgreSQL server as our child process, with a data directory that survives restarts.
 *
 * <p>It runs in the foreground under a small shell that holds a pipe to this process: when this process ends in
 * whatever way, the pipe closes and the server shuts down, so that no orphan can stay. A server that ends by itself is
 * started again on the same port. Everything that was committed survives a {@code kill -9} of either process (fsync and
 * synchronous commit are on). PostgreSQL refuses to run as root; there it is started in a user namespace, or as user
 * 65534 where namespaces are not allowed.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    static final String USER = "ops";
    private static final String DATABASE = "goc";
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    /** Stops the server when the pipe on descriptor 3 closes; {@code "$@"} is the server's command line. */
    private static final String SUPERVISOR = """
            exec 3<&0; "$@" 3<&- </dev/null & p=$!; trap "kill -INT $p" TERM INT;
            { cat >/dev/null; kill -INT $p; } <&3 2>/dev/null & wait $p; rc=$?; kill $! 2>/dev/null; exit $rc
            """;

    private static final Duration REVIVE_AFTER = Duration.ofMillis(500);
    private static final Duration REVIVE_AFTER_MOST = Duration.ofSeconds(15);

    private final Plan plan;
    private final PostgresHome home;
    private final Path programs;
    private final RunAs runAs;
    private final int port;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Process supervisor;

    private EmbeddedPostgres(Plan plan, PostgresHome home, Path programs, RunAs runAs, int port) throws IOException {
        this.plan = plan;
        this.home = home;
        this.programs = programs;
        this.runAs = runAs;
        this.port = port;
        this.supervisor = launch();
    }

    /**
     * What to start.
     *
     * @param home folder that holds the cluster, its password and its lock
     * @param binaries where the server's programs are or will be unpacked
     * @param port 0 for a free one
     * @param options further {@code name=value} settings of the server
     */
    public record Plan(
            Path home,
            Path binaries,
            int port,
            @Nullable Path extensionDirectory,
            List<String> options,
            Duration timeout) {}

    /**
     * Starts the server and makes its database when it is new.
     *
     * @throws DatabaseException when the folder is in use, the port is taken, the platform has no server, or it does
     *     not answer
     */
    public static EmbeddedPostgres start(Plan plan) {
        try {
            PostgresHome home = PostgresHome.open(plan.home());
            try {
                Path programs = PostgresBinaries.unpackedIn(plan.binaries());
                RunAs runAs = RunAs.choose();
                home.prepare(programs, runAs);
                home.stopLeftover();
                int port = LoopbackPorts.choose(plan.port(), "PostgreSQL", "goc.database.port");
                return started(new EmbeddedPostgres(plan, home, programs, runAs, port));
            } catch (IOException | RuntimeException e) {
                home.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseException(
                    "the embedded PostgreSQL in %s cannot be started: %s"
                            .formatted(plan.home(), PostgresLog.advised(String.valueOf(e.getMessage()))),
                    e);
        }
    }

    private static EmbeddedPostgres started(EmbeddedPostgres postgres) {
        try {
            postgres.awaitReady();
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
        LOG.atInfo().addKeyValue("port", postgres.port).log("the embedded PostgreSQL is ready");
        postgres.reviveWhenItEnds(postgres.supervisor);
        return postgres;
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, DATABASE);
    }

    public String user() {
        return USER;
    }

    public String password() {
        return home.password();
    }

    public int port() {
        return port;
    }

    /** The process under which the server runs, for tests that end it the hard way. */
    ProcessHandle process() {
        return supervisor.toHandle();
    }

    /** Shuts the server down and waits for it; at most 20 s. */
    @Override
    public void close() {
        Process last;
        synchronized (this) {
            closing.countDown();
            last = supervisor;
        }
        end(last);
        home.close();
    }

    private static void end(Process server) {
        try {
            server.getOutputStream().close();
            if (!server.waitFor(20, TimeUnit.SECONDS)) {
                server.descendants().forEach(ProcessHandle::destroyForcibly);
                server.destroyForcibly();
            }
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("the pipe to PostgreSQL was closed already");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The server may be killed, for want of memory or by a hand; the house goes on and gets it back. */
    private void reviveWhenItEnds(Process server) {
        server.onExit()
                .thenAccept(ended -> Thread.ofVirtual().name("postgres-revival").start(() -> revive(ended)));
    }

    private void revive(Process ended) {
        Duration pause = REVIVE_AFTER;
        try {
            while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.atWarn()
                        .addKeyValue("exit", ended.exitValue())
                        .addKeyValue("said", PostgresLog.lastWords(home.log()))
                        .log("the embedded PostgreSQL ended; starting it again");
                if (startedAgain()) {
                    LOG.atInfo().addKeyValue("port", port).log("the embedded PostgreSQL is back");
                    reviveWhenItEnds(supervisor);
                    return;
                }
                Duration longer = pause.multipliedBy(2);
                pause = longer.compareTo(REVIVE_AFTER_MOST) < 0 ? longer : REVIVE_AFTER_MOST;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean startedAgain() {
        try {
            synchronized (this) {
                if (closing.getCount() == 0) {
                    return false;
                }
                home.stopLeftover();
                supervisor = launch();
            }
            awaitReady();
            return true;
        } catch (IOException | DatabaseException e) {
            LOG.atWarn().setCause(e).log("the embedded PostgreSQL did not start; the next try follows");
            end(supervisor);
            return false;
        }
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", SUPERVISOR, "postgres"));
        command.addAll(runAs.prefix());
        command.addAll(List.of(
                programs.resolve("bin/postgres").toString(),
                "-D",
                home.cluster().toString()));
        command.addAll(List.of("-p", Integer.toString(port), "-h", "127.0.0.1", "-k", ""));
        List<String> options = new ArrayList<>(List.of(
                "shared_buffers=192MB",
                "max_connections=60",
                "max_wal_size=512MB",
                "wal_compression=on",
                "log_checkpoints=off"));
        if (plan.extensionDirectory() != null) {
            options.addAll(timescaleOptions(plan.extensionDirectory()));
        }
        options.addAll(plan.options());
        options.forEach(option -> command.addAll(List.of("-c", option)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.log().toFile())
                .start();
    }

    private static List<String> timescaleOptions(Path folder) throws IOException {
        Path library = folder.resolve("lib");
        try (Stream<Path> files = Files.isDirectory(library) ? Files.list(library) : Stream.empty()) {
            if (files.noneMatch(file -> file.getFileName().toString().startsWith("timescaledb."))) {
                throw new DatabaseException(
                        "there is no lib/timescaledb library in %s; correct goc.database.extension-directory or remove it"
                                .formatted(folder));
            }
        }
        return List.of(
                "shared_preload_libraries=timescaledb",
                "extension_control_path=" + folder.resolve("share") + ":$system",
                "dynamic_library_path=" + library + ":$libdir",
                "timescaledb.telemetry_level=off",
                "max_worker_processes=24");
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + plan.timeout().toNanos();
        String maintenance = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
        while (true) {
            try (Connection connection = DriverManager.getConnection(maintenance, USER, home.password())) {
                makeDatabase(connection);
                return;
            } catch (SQLException e) {
                if (!supervisor.isAlive() || System.nanoTime() > deadline) {
                    throw new DatabaseException(
                            "the embedded PostgreSQL in %s does not answer: %s"
                                    .formatted(plan.home(), PostgresLog.lastWords(home.log())),
                            e);
                }
                LockSupport.parkNanos(25_000_000);
            }
        }
    }

    private static void makeDatabase(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                statement.execute("create database " + DATABASE);
            }
        }
    }
}
