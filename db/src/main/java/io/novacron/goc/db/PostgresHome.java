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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of an embedded server: its lock, its password, its cluster. Nobody else has it while it is open. */
final class PostgresHome implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresHome.class);

    private final Path home;
    private final Path cluster;
    private final FileChannel lock;
    private final String password;

    private PostgresHome(Path home, FileChannel lock, String password) {
        this.home = home;
        this.cluster = home.resolve("cluster");
        this.lock = lock;
        this.password = password;
    }

    /**
     * Takes the folder.
     *
     * @throws DatabaseException when another has it, or it cannot be written
     */
    static PostgresHome open(Path home) throws IOException {
        FileChannel lock = lock(home);
        try {
            return new PostgresHome(home, lock, password(home));
        } catch (IOException e) {
            release(lock);
            throw e;
        }
    }

    /** Makes a cluster when there is none. */
    void prepare(Path programs, RunAs runAs) throws IOException {
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            LOG.atInfo().addKeyValue("folder", cluster).log("making a new database");
            makeCluster(programs, runAs);
        }
    }

    Path cluster() {
        return cluster;
    }

    String password() {
        return password;
    }

    /** What the server says. */
    Path log() {
        return home.resolve("postgres.log");
    }

    @Override
    public void close() {
        release(lock);
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

    private void makeCluster(Path programs, RunAs runAs) throws IOException {
        Path passwordFile = Files.writeString(home.resolve("initdb-password"), password + "\n");
        OwnerOnly.apply(passwordFile);
        runAs.own(home, programs);
        List<String> command = new ArrayList<>(runAs.prefix());
        command.addAll(List.of(
                programs.resolve("bin/initdb").toString(),
                "-D",
                cluster.toString(),
                "-U",
                EmbeddedPostgres.USER,
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
    void stopLeftover() throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        String pid = Files.readAllLines(pidFile).stream().findFirst().orElse("").strip();
        Optional<ProcessHandle> process =
                pid.matches("[1-9][0-9]{0,9}") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
        if (process.filter(server -> serves(server)).isPresent()) {
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

    private boolean serves(ProcessHandle process) {
        ProcessHandle.Info about = process.info();
        return about.command().orElse("").endsWith("postgres")
                && List.of(about.arguments().orElse(new String[0])).contains(cluster.toString());
    }
}
