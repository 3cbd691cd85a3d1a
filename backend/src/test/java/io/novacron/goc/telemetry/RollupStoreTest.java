package io.novacron.goc.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.db.TestingDatabase;
import io.novacron.goc.kernel.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class RollupStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Duration RETENTION = Duration.ofHours(6);

    private final TestingDatabase database = TestingDatabase.fresh();
    private final RollupStore store = TestingStore.on(database);
    private final SeriesCatalog catalog = new SeriesCatalog(store.seriesSecret(), 100);
    private final Series cpu = catalog.resolve(SeriesKey.of("cpu", "host", "a", "quote", "\"'\\\u00e9"), "edge");

    @BeforeEach
    void keepHouse() {
        store.keep(new TimeRange(NOW.minus(Duration.ofHours(2)), NOW.plus(Duration.ofHours(3))), NOW.minus(RETENTION));
    }

    @Test
    void aFlushComesBackWithItsSeriesItsOffsetAndItsNewestPoint() {
        boolean stored = store.write(flush(0, 10, segment(NOW, 1, 2, 3)));

        assertThat(stored).isTrue();
        assertThat(store.series()).isEqualTo(Map.of(cpu.key(), "edge"));
        assertThat(store.nextOffset("topic", 0)).hasValue(10);
        assertThat(store.newestPoints(NOW.minusSeconds(60)))
                .isEqualTo(Map.of(cpu.id(), NOW.plusSeconds(29).toEpochMilli()));
        assertThat(store.segments(List.of(cpu.id()), hourAround()))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(segment(NOW, 1, 2, 3));
    }

    @Test
    void aFlushFromAnOffsetThatIsNotWhereThePartitionStandsLeavesNothingBehind() {
        store.write(flush(0, 10, segment(NOW, 1)));

        boolean stored = store.write(flush(5, 12, segment(NOW.plusSeconds(10), 1)));

        assertThat(stored).isFalse();
        assertThat(store.nextOffset("topic", 0)).hasValue(10);
        assertThat(store.segments(List.of(cpu.id()), hourAround())).hasSize(1);
    }

    @Test
    void segmentsFromBeforeAPauseOfHoursFindRoomAndThoseBeyondRetentionHoldNothingUp() {
        Segment late = segment(NOW.minus(Duration.ofHours(5)), 1);
        Segment beyond = segment(NOW.minus(Duration.ofHours(30)), 1);
        Segment absurd = segment(Instant.parse("2100-01-01T00:00:00Z"), 1);

        boolean stored = store.write(flush(0, 10, late, beyond, absurd, segment(NOW, 1)));

        assertThat(stored).isTrue();
        assertThat(number("select count(*) from rollup_10s")).isEqualTo(2);
    }

    @Test
    void partsOfABucketAreMergedByTheReaderAndByTheView() {
        store.write(flush(0, 10, segment(NOW, 5)));
        store.write(flush(10, 20, segment(NOW.plusMillis(0), 7, 1)));
        Telemetry telemetry = telemetry(List.of());

        List<Rollup> history = telemetry.history(cpu.key(), hourAround());

        assertThat(history)
                .containsExactly(new Rollup(NOW, 2, 12, 5, 7, 7), new Rollup(NOW.plusSeconds(10), 1, 1, 1, 1, 1));
        assertThat(number("select sum(sum) from rollup_10s_bucket")).isEqualTo(13);
        assertThat(number("select sum(n) from rollup_10s_bucket")).isEqualTo(3);
    }

    @Test
    void whatIsStillInMemoryIsPartOfHistoryAndWhatIsInBothCountsOnce() {
        Segment storedMeanwhile = segment(NOW, 5);
        store.write(flush(0, 10, storedMeanwhile));
        Telemetry telemetry = telemetry(List.of(storedMeanwhile, segment(NOW.plusSeconds(10), 8)));

        List<Rollup> history = telemetry.history(cpu.key(), hourAround());

        assertThat(history).extracting(Rollup::count).containsExactly(1L, 1L);
        assertThat(history).extracting(Rollup::sum).containsExactly(5.0, 8.0);
    }

    private double number(String query) {
        return database.client().sql(query).query(Double.class).single();
    }

    private Telemetry telemetry(List<Segment> inMemory) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("open", (OpenRollups) index -> inMemory);
        return new Telemetry(
                catalog,
                new LiveWindow(Duration.ofMinutes(15), 1 << 20, Clock.systemUTC()),
                new RollupReader(store, beans.getBeanProvider(OpenRollups.class)));
    }

    private Flush flush(long expected, long next, Segment... segments) {
        return new Flush("topic", 0, expected, next, List.of(cpu), List.of(segments), List.of(), Backfill.NONE);
    }

    /** One bucket a value, each of one point at the ninth second. */
    private Segment segment(Instant start, double... values) {
        int[] counts = new int[values.length];
        java.util.Arrays.fill(counts, 1);
        long newest = start.plusSeconds(10L * values.length).minusSeconds(1).toEpochMilli();
        return new Segment(
                cpu.id(),
                start.truncatedTo(ChronoUnit.SECONDS).toEpochMilli(),
                10_000,
                newest,
                counts,
                values,
                values,
                values,
                values);
    }

    private static TimeRange hourAround() {
        return new TimeRange(NOW.minusSeconds(1_800), NOW.plusSeconds(1_800));
    }
}
