package io.novacron.goc.streaming.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.streaming.wire.BatchCodec;
import io.novacron.goc.streaming.wire.WireBatch;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.SeriesKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordSplitterTest {

    private static final int SERIES = 5_000;
    private static final int ROUNDS = 20;

    private final SeriesCatalog catalog = new SeriesCatalog(1, 100_000);
    private final RecordSplitter splitter = new RecordSplitter(catalog, 4, 99);

    @Test
    void everyPointIsInOneRecordAndASeriesNeverInTwo() {
        PointBatch batch = manyPoints();

        List<RecordSplitter.Part> parts = splitter.split(batch);

        Map<Long, Integer> recordOfSeries = new HashMap<>();
        Map<Long, Long> newest = new HashMap<>();
        int points = 0;
        for (int part = 0; part < parts.size(); part++) {
            WireBatch record = parts.get(part).batch();
            for (int i = 0; i < record.ids().length; i++) {
                long id = record.ids()[i];
                assertThat(recordOfSeries.computeIfAbsent(id, first -> -1)).isIn(-1, part);
                recordOfSeries.put(id, part);
                assertThat(record.timestampsMs()[i]).isGreaterThan(newest.getOrDefault(id, 0L));
                newest.put(id, record.timestampsMs()[i]);
                assertThat(Math.floorMod(id, 4)).isEqualTo(parts.get(part).partition());
            }
            points += record.ids().length;
        }
        assertThat(points).isEqualTo(batch.size());
        assertThat(recordOfSeries).hasSize(SERIES);
    }

    @Test
    void aRecordStaysSmallHoweverLargeTheBatch() {
        List<RecordSplitter.Part> parts = splitter.split(manyPoints());

        assertThat(parts)
                .allSatisfy(part -> assertThat(BatchCodec.encode(part.batch())).hasSizeLessThan(512 << 10));
    }

    @Test
    void aSeriesIsDefinedUntilTheBrokerHasItsDefinition() {
        Series series = catalog.resolve(SeriesKey.of("metric", "host", "a"), "test");
        PointBatch batch =
                new PointBatch("test", Instant.EPOCH, new int[] {series.index()}, new long[] {1_000}, new double[] {1});

        WireBatch first = splitter.split(batch).getFirst().batch();
        RecordSplitter.Part unanswered = splitter.split(batch).getFirst();
        splitter.announced(unanswered);
        WireBatch answered = splitter.split(batch).getFirst().batch();

        assertThat(first.definitions()).containsExactly(new WireBatch.Definition(series.id(), series.key()));
        assertThat(unanswered.batch().definitions()).isEqualTo(first.definitions());
        assertThat(answered.definitions()).isEmpty();
        assertThat(answered.sequence()).isGreaterThan(unanswered.batch().sequence());
    }

    private PointBatch manyPoints() {
        int[] series = new int[SERIES * ROUNDS];
        long[] times = new long[series.length];
        double[] values = new double[series.length];
        for (int i = 0; i < series.length; i++) {
            int number = i % SERIES;
            series[i] = catalog.resolve(SeriesKey.of("metric", "host", "host-" + number), "test")
                    .index();
            times[i] = 1_790_000_000_000L + i;
            values[i] = i;
        }
        return new PointBatch("test", Instant.ofEpochMilli(1_790_000_000_000L), series, times, values);
    }
}
