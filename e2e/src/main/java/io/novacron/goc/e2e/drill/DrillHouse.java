package io.novacron.goc.e2e.drill;

import io.novacron.goc.e2e.Chromium;
import io.novacron.goc.e2e.Patience;
import io.novacron.goc.e2e.Person;
import io.novacron.goc.e2e.Server;
import io.novacron.goc.e2e.load.Folders;
import io.novacron.goc.e2e.load.Receiver;
import io.novacron.goc.e2e.screens.AdminScreen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged product for one drill, in a folder that is thrown away, also after Ctrl-C. */
final class DrillHouse implements AutoCloseable {

    /** For drills that count what is stored; those that measure the product as it comes leave it out. */
    static final String FLUSH_SOON = "--goc.telemetry.flush-every=5s";

    private static final Duration TWO_FLUSHES = Duration.ofSeconds(10);
    private static final Clock CLOCK = Clock.systemUTC();

    private static final String PRODUCT = "target/app/goc-ui-exec.jar";
    private static final Pattern HEAP_USED = Pattern.compile("used (\\d+)K");

    private final Path folder;
    private final Server server;
    private final int databasePort = Server.freePort();
    private final Thread cleanUp;

    DrillHouse(Path root, String drill, String... settings) throws IOException {
        folder = Files.createTempDirectory("goc-" + drill);
        server = new Server(root.resolve(PRODUCT), folder, all(settings));
        cleanUp = new Thread(this::clear);
        Runtime.getRuntime().addShutdownHook(cleanUp);
    }

    /** The product with one package of the drill's own classes, given as a folder, so that it is measured beside. */
    DrillHouse(Path root, String drill, Path more, String... settings) throws IOException {
        folder = Files.createTempDirectory("goc-" + drill);
        server = Server.withMore(copyOf(root, more), root.resolve(PRODUCT), folder, all(settings));
        cleanUp = new Thread(this::clear);
        Runtime.getRuntime().addShutdownHook(cleanUp);
    }

    private List<String> all(String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("--goc.database.port=" + databasePort);
        return all;
    }

    private Path copyOf(Path root, Path inside) throws IOException {
        Path from = root.resolve("e2e/target/classes").resolve(inside);
        Path to = Files.createDirectories(folder.resolve("more").resolve(inside));
        try (DirectoryStream<Path> classes = Files.newDirectoryStream(from)) {
            for (Path each : classes) {
                Files.copy(each, to.resolve(from.relativize(each)));
            }
        }
        return folder.resolve("more");
    }

    Server server() {
        return server;
    }

    Path folder() {
        return folder;
    }

    /** The door for remote writes, with a token that the admin view issued. */
    Receiver remoteWrite() {
        return receiver(token("TELEMETRY_WRITE"));
    }

    /** The secret of a new token with these scopes, issued in the admin view. */
    String token(String... scopes) {
        try (Chromium chromium = new Chromium();
                Person admin = chromium.person(server.address())) {
            admin.signIn("admin");
            return new AdminScreen(admin).issueToken("drill", scopes);
        }
    }

    /** The door of the present process for a token issued before. */
    Receiver receiver(String secret) {
        return new Receiver(
                "NovaCron GOC",
                URI.create(server.address() + "/api/v1/write"),
                secret,
                ProcessHandle.of(server.pid()).orElseThrow());
    }

    private static final String PACKED = """
            select coalesce(sum(case when cardinality(n) = 1 then n[1] * cardinality(last)
                                     else (select sum(part) from unnest(n) as part) end), 0)
              from rollup_10s_block join series on series.id = rollup_10s_block.series_id
             where starts_with(metric, ?)
            """;

    private static final String OPEN = """
            select coalesce(sum(part), 0)
              from rollup_10s join series on series.id = rollup_10s.series_id, unnest(n) as part
             where starts_with(metric, ?)
            """;

    /**
     * How many points the rollups of all series with this beginning of their metric's name hold. Asked in one
     * statement, which sees one moment: between two of them an hour could be packed, and be in neither.
     */
    long stored(String metric) {
        return number("select (%s) + (%s)".formatted(PACKED, OPEN), metric, metric);
    }

    /** How many of those are in packed hours. */
    long packed(String metric) {
        return number(PACKED, metric);
    }

    /** How many points came too late for the rollups and wait until their hour is packed; {@link #stored} has none. */
    long waitingForTheirHour(String metric) {
        return number("""
                select coalesce(sum(cardinality(at_ms)), 0)
                  from backfill_point join series on series.id = backfill_point.series_id
                 where not mended and starts_with(metric, ?)
                """, metric);
    }

    /** Bytes of a table with its partitions and indexes. */
    long bytesOfTable(String table) {
        return number("""
                select coalesce(sum(pg_total_relation_size(oid)), 0) from pg_class
                 where relkind = 'r' and relname ~ ('^' || ? || '_[0-9]+$')
                """, table);
    }

    /** Bytes of the records of a topic in the embedded broker. */
    long bytesInBroker(String topic) {
        try (Stream<Path> folders = Files.walk(folder.resolve("data/kafka"))) {
            return folders.filter(Files::isDirectory)
                    .filter(each -> String.valueOf(each.getFileName()).startsWith(topic + "-"))
                    .mapToLong(each -> Folders.bytes(each, ".log"))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long number(String sql, String... parameters) {
        String url = "jdbc:postgresql://127.0.0.1:%d/goc".formatted(databasePort);
        try (Connection connection = DriverManager.getConnection(url, "ops", password());
                var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setString(i + 1, parameters[i]);
            }
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the database does not answer", e);
        }
    }

    /**
     * Waits until so many points are stored, as long as there are more of them each time, and then for two flushes
     * ({@link #FLUSH_SOON}) more, so that what is stored twice is seen as well; returns how many there are.
     *
     * @param still how long there may be no more of them
     */
    long awaitStored(String metric, long expected, Duration still) {
        long before = -1;
        long stored = stored(metric);
        while (stored < expected && stored > before) {
            long seen = stored;
            Patience.until((int) still.toSeconds(), () -> {
                waitFor(Duration.ofSeconds(1));
                return stored(metric) > seen;
            });
            before = stored;
            stored = stored(metric);
        }
        waitFor(TWO_FLUSHES);
        return stored(metric);
    }

    private String password() throws IOException {
        return Files.readString(folder.resolve("data/postgres/password")).strip();
    }

    /** CPU time of the server and of the processes it started, the embedded database among them. */
    Duration cpu() {
        ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
        return Stream.concat(Stream.of(process), process.descendants())
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Live heap of the server after a full collection, in MB. */
    double liveHeapMb() {
        command(server.pid(), "GC.run");
        Matcher used = HEAP_USED.matcher(command(server.pid(), "GC.heap_info"));
        return used.find() ? Long.parseLong(used.group(1)) / 1024.0 : Double.NaN;
    }

    private static String command(long pid, String what) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process process = new ProcessBuilder(jcmd, Long.toString(pid), what)
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Resident memory of the server's process, in MB; NaN where the system does not tell. */
    double residentMb() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/%d/status".formatted(server.pid())))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1_024)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    static Instant now() {
        return CLOCK.instant();
    }

    static double seconds(Instant since) {
        return seconds(Duration.between(since, CLOCK.instant()));
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    static void waitFor(Duration duration) {
        waitUntil(CLOCK.instant().plus(duration));
    }

    static void waitUntil(Instant end) {
        for (Duration left = Duration.between(CLOCK.instant(), end);
                left.isPositive() && !Thread.currentThread().isInterrupted();
                left = Duration.between(CLOCK.instant(), end)) {
            LockSupport.parkNanos(left.toNanos());
        }
    }

    static void say(String what) {
        System.out.println("  " + what);
    }

    @Override
    public void close() {
        clear();
        Runtime.getRuntime().removeShutdownHook(cleanUp);
    }

    private void clear() {
        server.close();
        delete(folder);
    }

    /** Removes a folder with all that is in it. */
    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            System.err.println("the throw-away folder stays: " + folder);
        }
    }
}
