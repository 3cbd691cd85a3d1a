package io.novacron.goc.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hours are packed, and made again when something comes late. */
class MendedTiersTest extends ThreeHours {

    @Test
    void roomOfSegmentsThatArePackedIsGivenBack() {
        clock.set(DAY.plus(Duration.ofHours(5)));
        tiers.keepHouse();
        double before = segmentRooms();

        tiers.makeAll();
        tiers.keepHouse();

        // Of five hours, two at least are packed and none of the last two is touched.
        assertThat(segmentRooms()).isBetween(before - 3, before - 2);
        store(segment(series.getFirst(), 3 * 360, new double[] {7}));
        assertThat(sql("count(*) from rollup_10s_bucket")).isEqualTo((double) SERIES * (BUCKETS - 120) + 1);
    }

    private double segmentRooms() {
        String mode = database.client()
                .sql("select mode from timescale_mode")
                .query(String.class)
                .single();
        return sql(
                mode.equals("native")
                        ? "count(*) from pg_inherits where inhparent = 'rollup_10s'::regclass"
                        : "count(*) from show_chunks('rollup_10s')");
    }

    @Test
    void hoursArePackedAndComeBackAsTheyWere() {
        clock.set(DAY.plus(Duration.ofHours(5)));
        List<List<Rollup>> before = history();

        tiers.makeAll();

        assertThat(history()).isEqualTo(before);
        assertThat(sql("max(cardinality(slot)) from rollup_10s_block where t0 = '2026-11-24 00:00Z'"))
                .as("an hour without a gap")
                .isEqualTo(1);
        assertThat(sql("min(cardinality(slot)) from rollup_10s_block where t0 = '2026-11-24 01:00Z'"))
                .as("an hour with a gap")
                .isEqualTo(240);
        assertThat(sql("max(cardinality(n)) from rollup_10s_block")).isEqualTo(1);
    }

    @Test
    void bucketsOfOnePointEachAreKeptAsOneNumber() {
        Series one = catalog.resolve(SeriesKey.of("single", "host", "a"), "test");
        double[] values = {4, 8, 15, 16, 23, 42};
        int[] counts = {1, 1, 1, 0, 1, 1};
        store(new Segment(one.id(), DAY.toEpochMilli(), 10_000, 0, counts, values, values, values, values));
        List<Rollup> before = history(one);

        tiers.makeAll();

        assertThat(before).hasSize(5);
        assertThat(history(one)).isEqualTo(before);
        assertThat(sql("count(sum) from rollup_10s_block where series_id = " + one.id()))
                .isZero();
    }

    @Test
    void aSegmentThatGoesOnBeyondItsHourIsSharedByTheHours() {
        Series one = catalog.resolve(SeriesKey.of("across", "host", "a"), "test");
        store(segment(one, 357, new double[] {10, 20, 30, 40, 50, 60}));
        List<Rollup> before = history(one);

        clock.set(DAY.plus(Duration.ofMinutes(140)));
        tiers.makeAll();
        List<Rollup> between = history(one);
        clock.set(DAY.plus(Duration.ofMinutes(200)));
        tiers.makeAll();

        assertThat(before).hasSize(6);
        assertThat(between).isEqualTo(before);
        assertThat(history(one)).isEqualTo(before);
        assertThat(sql("count(*) from rollup_10s_block where series_id = " + one.id()))
                .isEqualTo(2);
        assertThat(sql("sum(rise) from rollup_1m_bucket where series_id = " + one.id()))
                .isEqualTo(50);
    }

    @Test
    void whatComesAfterItsHourWasMadeCorrectsItAndAllThatWasMadeOfIt() {
        tiers.makeAll();
        Series known = series.getFirst();
        Series fresh = catalog.resolve(SeriesKey.of("fresh", "host", "a"), "test");

        store(segment(known, SILENT_FROM, new double[] {1_000_000}), segment(fresh, 0, new double[] {7, 9}));
        int steps = tiers.mend(10);

        assertThat(steps).isEqualTo(2);
        assertThat(sql("count(*) from rollup_10s")).isZero();
        for (String tier : List.of("rollup_10s_bucket", "rollup_1m_bucket", "rollup_1h_bucket")) {
            assertThat(sql("sum(n) from " + tier)).as(tier).isEqualTo(2.0 * (SERIES * (BUCKETS - 120) + 3));
            assertThat(sql("max(max) from " + tier)).as(tier).isEqualTo(1_000_000);
        }
        assertThat(sql("sum(rise) from rollup_1h_bucket where series_id = " + fresh.id()))
                .isEqualTo(2);
        assertThat(tiers.mend(10)).isZero();
    }

    @Test
    void compressedHoursAreReadAndMendedLikeOthers() {
        tiers.makeAll();
        List<List<Rollup>> before = history();
        compress();
        assertThat(history()).isEqualTo(before);

        Series known = series.getFirst();
        store(segment(known, SILENT_FROM, new double[] {1_000_000}));
        tiers.mend(10);

        assertThat(history(known)).hasSize(before.getFirst().size() + 1);
        for (String tier : List.of("rollup_10s_bucket", "rollup_1m_bucket", "rollup_1h_bucket")) {
            assertThat(sql("sum(n) from " + tier)).as(tier).isEqualTo(2.0 * (SERIES * (BUCKETS - 120) + 1));
        }
    }

    @Test
    void pointsFromLongAgoFillTheirBucketsOnceHoweverOftenTheyCome() {
        tiers.makeAll();
        Series known = series.getFirst();
        long silent = DAY.toEpochMilli() + SILENT_FROM * 10_000L;
        long full = DAY.toEpochMilli();

        backfill(known, new long[] {silent, silent + 1_000, silent + 1_000, full}, 5, 6, 6, 99);
        tiers.mend(10);
        double first = sql("sum(n) from rollup_10s_bucket");
        backfill(known, new long[] {silent + 1_000, silent + 2_000}, 6, 7);
        tiers.mend(10);

        assertThat(first).isEqualTo(2.0 * SERIES * (BUCKETS - 120) + 2);
        assertThat(history(known))
                .contains(new Rollup(Instant.ofEpochMilli(silent), 3, 18, 5, 7, 7))
                .as("a bucket with more points stays as it is")
                .noneMatch(bucket -> bucket.max() == 99);
        assertThat(sql("sum(n) from rollup_1m_bucket")).isEqualTo(first + 1);
        assertThat(sql("sum(n) from rollup_1h_bucket")).isEqualTo(first + 1);
        assertThat(tiers.mend(10)).isZero();
    }

    @Test
    void pointsFromLongAgoWaitForTheirHourAndThosePastTheirTimeAreForgotten() {
        clock.set(DAY.plus(Duration.ofMinutes(100)));
        backfill(series.getFirst(), new long[] {DAY.toEpochMilli() + SILENT_FROM * 10_000L}, 5);
        tiers.makeAll();
        double waiting = sql("count(*) from backfill_point where not mended");
        clock.set(DAY.plus(Duration.ofMinutes(200)));
        tiers.makeAll();
        double taken = sql("count(*) from backfill_point where mended");
        clock.set(DAY.plus(Duration.ofHours(40)));
        tiers.makeAll();
        tiers.keepHouse();

        assertThat(waiting).isEqualTo(1);
        assertThat(taken).isEqualTo(1);
        assertThat(sql("count(*) from rollup_1m_bucket where series_id = "
                        + series.getFirst().id()))
                .isEqualTo(160 + 1);
        assertThat(sql("count(*) from backfill_point")).isZero();
    }
}
