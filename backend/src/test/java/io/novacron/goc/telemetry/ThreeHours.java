package io.novacron.goc.telemetry;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.novacron.goc.db.TestingDatabase;
import io.novacron.goc.kernel.TestingClock;
import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.telemetry.promql.Budget;
import io.novacron.goc.telemetry.promql.Column;
import io.novacron.goc.telemetry.promql.Evaluator;
import io.novacron.goc.telemetry.promql.Parser;
import io.novacron.goc.telemetry.promql.Steps;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.unit.DataSize;

/** A database with three hours of ten-second buckets, and the tiers over it. */
abstract class ThreeHours {

    static final Instant DAY = Instant.parse("2026-11-24T00:00:00Z");
    static final int BUCKETS = 3 * 360;
    static final int SERIES = 20;
    static final int SLICES = 4;
    static final int SILENT_FROM = 402;
    static final int SILENT_UNTIL = 522;

    final TestingDatabase database = TestingDatabase.fresh();
    final TestingClock clock = new TestingClock(DAY.plus(Duration.ofHours(27)));
    final RollupStore rollups = TestingStore.on(database);
    final SingleConnectionDataSource connection = connect(database);
    final TierStore store = new TierStore(JdbcClient.create(connection), SLICES);
    final SeriesCatalog catalog = new SeriesCatalog(rollups.seriesSecret(), 100);
    final List<Object> events = new ArrayList<>();
    final List<Series> series = new ArrayList<>();
    final List<double[]> lasts = new ArrayList<>();
    Tiers tiers = newTiers();

    /** Hundreds of small statements: one connection for all. */
    private static SingleConnectionDataSource connect(TestingDatabase database) {
        try {
            return new SingleConnectionDataSource(database.dataSource().getConnection(), true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void disconnect() {
        connection.destroy();
    }

    Tiers newTiers() {
        TelemetrySettings settings = new TelemetrySettings(
                Duration.ofMinutes(1),
                Duration.ofMinutes(15),
                DataSize.ofMegabytes(16),
                100,
                Duration.ofHours(30),
                Duration.ofDays(30),
                Duration.ofDays(730));
        Tiers made = new Tiers(store, rollups, settings, clock, events::add);
        made.learn();
        return made;
    }

    /** Three hours of counters that begin anew now and then, ten seconds a bucket, with a silence of twenty minutes. */
    @BeforeEach
    void threeHours() {
        rollups.keep(new TimeRange(DAY, DAY.plus(Duration.ofHours(4))), DAY);
        Random random = new Random(3);
        List<Segment> segments = new ArrayList<>();
        for (int each = 0; each < SERIES; each++) {
            Series one = catalog.resolve(SeriesKey.of("hits_total", "host", "h" + each), "test");
            series.add(one);
            double[] counter = new double[BUCKETS];
            double at = 0;
            for (int i = 0; i < BUCKETS; i++) {
                at = random.nextInt(200) == 0 ? 1 : at + random.nextInt(10);
                counter[i] = at;
            }
            lasts.add(counter);
            for (int from = 0; from < BUCKETS; from += 6) {
                if (from < SILENT_FROM || from >= SILENT_UNTIL) {
                    segments.add(segment(one, from, Arrays.copyOfRange(counter, from, from + 6)));
                }
            }
        }
        rollups.write(new Flush("topic", 0, 0, 1, series, segments, List.of(), Backfill.NONE));
    }

    static Segment segment(Series series, int from, double[] values) {
        int[] counts = new int[values.length];
        Arrays.fill(counts, 2);
        double[] sums = Arrays.stream(values).map(value -> 2 * value - 1).toArray();
        double[] mins = Arrays.stream(values).map(value -> value - 1).toArray();
        long start = DAY.toEpochMilli() + from * 10_000L;
        return new Segment(
                series.id(), start, 10_000, start + values.length * 10_000L - 1, counts, sums, mins, values, values);
    }

    double sql(String what) {
        return database.client().sql("select " + what).query(Double.class).single();
    }

    /** Puts all that was made into the columnstore; only the Community edition of TimescaleDB has one. */
    void compress() {
        assumeThat(database.client()
                        .sql("select mode from timescale_mode")
                        .query(String.class)
                        .single())
                .as("the edition of TimescaleDB")
                .isEqualTo("tsl");
        for (String table : List.of("rollup_10s_block", "rollup_1m", "rollup_1h", "sketch_10s", "sketch_1m")) {
            database.client()
                    .sql("select compress_chunk(chunk) from show_chunks('%s') as chunk".formatted(table))
                    .query(String.class)
                    .list();
        }
    }

    private long offset = 1;

    void store(Segment... segments) {
        store(List.of(segments), List.of());
    }

    void store(List<Segment> segments, List<SketchCell> sketches) {
        rollups.write(new Flush("topic", 0, offset, offset + 1, series, segments, sketches, Backfill.NONE));
        offset++;
    }

    /** What an expression of one series says of a moment. */
    double asked(String promql, Instant at) {
        Evaluator evaluator = new Evaluator(
                finder(), new Steps(at.toEpochMilli(), 1, 1), new Budget(() -> 0, 1_000_000, Duration.ofHours(1)));
        return evaluator.evaluate(Parser.parse(promql)) instanceof Evaluator.Value.Vector(List<Column> columns)
                ? columns.getFirst().at()[0]
                : Double.NaN;
    }

    PointFinder finder() {
        MetricSeries metrics = new MetricSeries();
        catalog.listen(metrics);
        return new PointFinder(
                metrics,
                new LiveWindow(Duration.ofMinutes(15), 1 << 20, clock),
                reader(),
                new TierReader(tiers, store),
                new QuerySettings(100, 1_000_000, Duration.ofSeconds(10)));
    }

    void backfill(Series one, long[] times, double... values) {
        long[] ids = new long[times.length];
        Arrays.fill(ids, one.id());
        rollups.write(new Flush(
                "topic", 0, offset, offset + 1, List.of(), List.of(), List.of(), new Backfill(ids, times, values)));
        offset++;
    }

    List<List<Rollup>> history() {
        return series.stream().map(this::history).toList();
    }

    List<Rollup> history(Series one) {
        return reader().read(List.of(one), new TimeRange(DAY, DAY.plus(Duration.ofHours(4))))
                .getOrDefault(one, List.of());
    }

    RollupReader reader() {
        return new RollupReader(rollups, new StaticListableBeanFactory().getBeanProvider(OpenRollups.class));
    }
}
