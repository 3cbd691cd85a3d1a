package io.novacron.goc.streaming.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.db.TestingDatabase;
import io.novacron.goc.kernel.Draws;
import io.novacron.goc.streaming.Stored;
import io.novacron.goc.streaming.wire.WireBatch;
import io.novacron.goc.telemetry.Flush;
import io.novacron.goc.telemetry.LatePoints;
import io.novacron.goc.telemetry.RollupStore;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.SeriesKey;
import io.novacron.goc.telemetry.SketchSettings;
import io.novacron.goc.telemetry.TestingStore;
import io.novacron.goc.telemetry.sketch.QuantileSketch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads a log of batches with crashes at random moments, each of which forgets all that was not stored. */
class ReplayTest {

    private static final String TOPIC = "replayed";
    private static final long SECRET = 5;
    private static final int BATCHES = 300;
    private static final int SERIES = 12;

    private final TestingDatabase database = TestingDatabase.fresh();
    private final RollupStore store = TestingStore.on(database);
    private final long start = Instant.now().toEpochMilli() - 240_000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void crashesAtAnyMomentLoseNothingAndCountNothingTwice(long seed) {
        Draws draws = new Draws(seed);
        List<WireBatch> log = log();
        int life = 0;
        AssignedPartition partition = begin();
        long offset = stored();
        while (offset < log.size()) {
            partition.fold(log.get((int) offset));
            partition.read(offset);
            offset++;
            double luck = draws.uniform(++life, offset);
            if (luck < 0.03) {
                flush(partition);
            }
            if (luck > 0.98) {
                partition = begin();
                offset = stored();
            }
        }
        flush(partition);

        long points = (long) BATCHES * SERIES;
        assertThat(Stored.of("replayed_metric", database.client()))
                .isEqualTo(new Stored(points, points * (points - 1) / 2.0));
        assertThat(sketched()).isEqualTo(points);
    }

    private long sketched() {
        return database
                .client()
                .sql("select sketch from sketch_10s")
                .query((row, number) ->
                        QuantileSketch.decode(row.getBytes("sketch")).count())
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Test
    void whoIsOvertakenStoresNothing() {
        List<WireBatch> log = log();
        AssignedPartition slow = begin();
        AssignedPartition quick = begin();
        slow.fold(log.get(0));
        slow.read(0);
        quick.fold(log.get(0));
        quick.read(0);

        boolean first = flush(quick);
        boolean second = flush(slow);

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(Stored.of("replayed_metric", database.client()).points()).isEqualTo(SERIES);
    }

    private long stored() {
        return store.nextOffset(TOPIC, 0).orElse(0);
    }

    private AssignedPartition begin() {
        PartitionFold fold = new PartitionFold(
                9, store.newestPoints(Instant.EPOCH), (series, time, value) -> LatePoints.Verdict.TOO_LATE, start);
        ReadingStart.At at = new ReadingStart.At(stored(), stored());
        return new AssignedPartition(TOPIC, 0, at, fold, freshCatalog(), new SketchSettings(List.of("replayed_*")), 0);
    }

    /** A process that starts knows the series that the database knows. */
    private SeriesCatalog freshCatalog() {
        SeriesCatalog catalog = new SeriesCatalog(SECRET, 1_000);
        store.series().forEach(catalog::resolve);
        return catalog;
    }

    private boolean flush(AssignedPartition partition) {
        if (!partition.isFlushDue(0, 0)) {
            return false;
        }
        Flush flush = partition.beginFlush(start, 0);
        partition.finish(store.write(flush));
        return partition.settle(flush);
    }

    /** Batches of one point a series, a second apart; a series is defined only where it first appears. */
    private List<WireBatch> log() {
        List<WireBatch> log = new ArrayList<>();
        for (int number = 0; number < BATCHES; number++) {
            List<WireBatch.Definition> definitions = new ArrayList<>();
            long[] ids = new long[SERIES];
            long[] times = new long[SERIES];
            double[] values = new double[SERIES];
            for (int i = 0; i < SERIES; i++) {
                SeriesKey key = SeriesKey.of("replayed_metric", "host", "host-" + i);
                if (number == 0) {
                    definitions.add(new WireBatch.Definition(key.id(SECRET), key));
                }
                ids[i] = key.id(SECRET);
                times[i] = start + number * 1_000L;
                values[i] = number * SERIES + i;
            }
            log.add(new WireBatch("test", 1, number, start, definitions, ids, times, values));
        }
        return log;
    }
}
