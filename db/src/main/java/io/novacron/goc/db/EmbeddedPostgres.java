package io.novacron.goc.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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
 * whatever
 * way, the pipe closes and the server shuts down, so that no orphan can stay. Everything that was committed survives a
 * {@code kill -9} of either process (fsync and synchronous commit are on). PostgreSQL refuses to run as root; there
 * it is
 * started in a user namespace, or as user 65534 where namespaces are not allowed.
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

    private final Process supervisor;
    private final FileChannel lockFile;
    private final int port;
    private final String password;

    private EmbeddedPostgres(Process supervisor, FileChannel lockFile, int port, String password) {
        this.supervisor = supervisor;
        this.lockFile = lockFile;
        this.port = port;
        this.password = password;
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
        FileChannel lock = lock(plan.home());
        try {
            Path programs = PostgresBinaries.unpackedIn(plan.binaries());
            RunAs runAs = RunAs.choose();
            String password = password(plan.home());
            Path cluster = plan.home().resolve("cluster");
            if (!Files.exists(cluster.resolve("PG_VERSION"))) {
                LOG.atInfo().addKeyValue("folder", cluster).log("making a new database");
                makeCluster(programs, cluster, password, runAs, plan.home());
            }
            stopLeftover(cluster);
            int port = LoopbackPorts.choose(plan.port(), "PostgreSQL", "goc.database.port");
            Process server = launch(programs, cluster, port, runAs, plan);
            EmbeddedPostgres postgres = new EmbeddedPostgres(server, lock, port, password);
            try {
                postgres.awaitReady(plan);
                LOG.atInfo().addKeyValue("port", port).log("the embedded PostgreSQL is ready");
            } catch (RuntimeException e) {
                postgres.close();
                throw e;
            }
            return postgres;
        } catch (IOException e) {
            release(lock);
            throw new DatabaseException(
                    "the embedded PostgreSQL in %s cannot be started: %s"
                            .formatted(plan.home(), PostgresLog.advised(String.valueOf(e.getMessage()))),
                    e);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, DATABASE);
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
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
        try {
            supervisor.getOutputStream().close();
            if (!supervisor.waitFor(20, TimeUnit.SECONDS)) {
                supervisor.descendants().forEach(ProcessHandle::destroyForcibly);
                supervisor.destroyForcibly();
            }
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("the pipe to PostgreSQL was closed already");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        release(lockFile);
    }

    private static FileChannel lock(Path home) {
        try {
            Files.createDirectories(home);
            FileChannel channel =
                    FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = null;
            try {
                lock = channel.tryLock();
            } catch (OverlappingFileLockException e) {
                LOG.atDebug().setCause(e).log("this process holds the data directory already");
            }
            if (lock == null) {
                channel.close();
                throw new DatabaseException(
                        "the data directory %s is in use by another instance; stop it, or give this one its own by goc.data-directory"
                                .formatted(home));
            }
            return channel;
        } catch (IOException e) {
            throw new DatabaseException(
                    "the data directory %s cannot be written (%s); give another one by goc.data-directory"
                            .formatted(home, e.getMessage()),
                    e);
        }
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.atWarn().setCause(e).log("the lock of the data directory could not be released");
        }
    }

    private static String password(Path home) throws IOException {
        Path file = home.resolve("password");
        if (!Files.exists(file)) {
            byte[] secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            Files.writeString(file, HexFormat.of().formatHex(secret));
            OwnerOnly.apply(file);
        }
        return Files.readString(file).strip();
    }

    private static void makeCluster(Path programs, Path cluster, String password, RunAs runAs, Path home)
            throws IOException {
        Path passwordFile = Files.writeString(home.resolve("initdb-password"), password + "\n");
        OwnerOnly.apply(passwordFile);
        runAs.own(home, programs);
        List<String> command = new ArrayList<>(runAs.prefix());
        command.addAll(List.of(
                programs.resolve("bin/initdb").toString(),
                "-D",
                cluster.toString(),
                "-U",
                USER,
                "--pwfile=" + passwordFile,
                "-A",
                "scram-sha-256",
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-instructions"));
        Process initdb = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (initdb.waitFor() != 0) {
                throw new DatabaseException("the database in %s could not be made: %s"
                        .formatted(
                                cluster,
                                PostgresLog.lastError(output.lines().toList())
                                        .orElseGet(() -> output.strip().replace('\n', ' '))));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("interrupted while the database was made", e);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    /** A server of an instance that has just died may still be shutting down; wait for it rather than fail. */
    private static void stopLeftover(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        String pid = Files.readAllLines(pidFile).stream().findFirst().orElse("").strip();
        Optional<ProcessHandle> process =
                pid.matches("[1-9][0-9]{0,9}") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
        if (process.filter(server -> serves(server, cluster)).isPresent()) {
            process.get().destroy();
            process.get()
                    .onExit()
                    .completeOnTimeout(process.get(), 20, TimeUnit.SECONDS)
                    .join();
            return;
        }
        if (process.isEmpty() || process.get().info().command().isPresent()) {
            // The lock is ours and no server of this cluster has that number; a server would refuse to start if it were
            // another process's by now. What a dead server's children still hold, shared memory tells it.
            LOG.atInfo().addKeyValue("process", pid).log("removed the process id file of a dead PostgreSQL");
            Files.delete(pidFile);
        }
    }

    private static boolean serves(ProcessHandle process, Path cluster) {
        ProcessHandle.Info about = process.info();
        return about.command().orElse("").endsWith("postgres")
                && List.of(about.arguments().orElse(new String[0])).contains(cluster.toString());
    }

    private static Process launch(Path programs, Path cluster, int port, RunAs runAs, Plan plan) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", SUPERVISOR, "postgres"));
        command.addAll(runAs.prefix());
        command.addAll(List.of(programs.resolve("bin/postgres").toString(), "-D", cluster.toString()));
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
                .redirectOutput(plan.home().resolve("postgres.log").toFile())
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

    private void awaitReady(Plan plan) {
        long deadline = System.nanoTime() + plan.timeout().toNanos();
        String maintenance = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
        while (true) {
            try (Connection connection = DriverManager.getConnection(maintenance, USER, password)) {
                makeDatabase(connection);
                return;
            } catch (SQLException e) {
                if (!supervisor.isAlive() || System.nanoTime() > deadline) {
                    throw new DatabaseException(
                            "the embedded PostgreSQL in %s does not answer: %s"
                                    .formatted(plan.home(), PostgresLog.lastWords(plan.home())),
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
