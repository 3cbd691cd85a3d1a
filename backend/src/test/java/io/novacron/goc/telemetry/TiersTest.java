package io.novacron.goc.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.telemetry.promql.Parser;
import io.novacron.goc.telemetry.promql.PointSource;
import io.novacron.goc.telemetry.promql.Points;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TiersTest extends ThreeHours {

    @Test
    void minutesAndHoursAddUpToWhatTheyAreMadeOf() {
        int slices = tiers.makeAll();

        // Ten seconds and minutes from the first bucket to the last hour that is settled, and one day of hours.
        assertThat(slices).isEqualTo((25 + 25 + 1) * SLICES);
        assertThat(sql("count(*) from rollup_10s")).as("segments are in blocks").isZero();
        assertThat(sql("count(*) from rollup_10s_block")).isEqualTo(3.0 * SERIES);
        assertThat(sql("sum(n) from rollup_10s_bucket")).isEqualTo(2.0 * SERIES * (BUCKETS - 120));
        for (String tier : List.of("rollup_1m_bucket", "rollup_1h_bucket")) {
            assertThat(sql("sum(n) from " + tier)).isEqualTo(sql("sum(n) from rollup_10s_bucket"));
            assertThat(sql("sum(sum) from " + tier)).isEqualTo(sql("sum(sum) from rollup_10s_bucket"));
            assertThat(sql("max(max) from " + tier)).isEqualTo(sql("max(max) from rollup_10s_bucket"));
            assertThat(sql("min(min) from " + tier)).isEqualTo(sql("min(min) from rollup_10s_bucket"));
            assertThat(sql("sum(rise) from " + tier)).isEqualTo(rises()[0]);
            assertThat(sql("sum(resets) from " + tier)).isEqualTo(rises()[1]);
        }
        assertThat(sql("count(*) from rollup_1m_bucket")).isEqualTo((180 - 20) * SERIES);
        assertThat(tiers.madeUntil(Tier.MINUTE)).isEqualTo(DAY.plus(Duration.ofHours(25)));
        assertThat(tiers.madeUntil(Tier.HOUR)).isEqualTo(DAY.plus(Duration.ofDays(1)));
    }

    /** What the counters went up by and how often they began anew, from each bucket that is there to the next. */
    private double[] rises() {
        double rise = 0;
        double resets = 0;
        for (double[] counter : lasts) {
            double before = counter[0];
            for (int i = 1; i < BUCKETS; i++) {
                if (i < SILENT_FROM || i >= SILENT_UNTIL) {
                    boolean reset = counter[i] < before;
                    rise += reset ? counter[i] : counter[i] - before;
                    resets += reset ? 1 : 0;
                    before = counter[i];
                }
            }
        }
        return new double[] {rise, resets};
    }

    @Test
    void workThatWasCutShortGoesOnWhereItWasAndBlocksThatAreMadeAgainAreTheSame() {
        for (int i = 0; i < 6; i++) {
            tiers.makeNext();
        }
        tiers = newTiers();
        tiers.makeAll();
        double first = sql("sum(rise) from rollup_1m_bucket");

        store.begin(Tier.MINUTE, DAY.plus(Duration.ofHours(1)));
        tiers = newTiers();
        tiers.makeAll();

        assertThat(sql("sum(rise) from rollup_1m_bucket")).isEqualTo(first).isEqualTo(rises()[0]);
        assertThat(sql("count(*) from rollup_1m")).isEqualTo(3.0 * SERIES);
    }

    @Test
    void aQueryReadsTheTierThatItsStepsNeed() {
        tiers.keepFor(Tier.TEN_SECONDS, Duration.ofHours(6), Actor.person("ada"));
        clock.set(DAY.plus(Duration.ofHours(5)));
        tiers.makeAll();
        PointFinder finder = finder();

        assertThat(points(finder, 10_000)).isEqualTo(BUCKETS - 120);
        assertThat(points(finder, 60_000)).isEqualTo(160);
        assertThat(points(finder, 3_600_000)).as("the day is not over").isEqualTo(160);

        clock.set(DAY.plus(Duration.ofHours(27)));
        tiers.makeAll();

        assertThat(points(finder, 3_600_000)).isEqualTo(3);
        assertThat(points(finder, 10_000))
                .as("ten-second buckets are past their time")
                .isEqualTo(160);
    }

    /** How many points of one series there are, all of which add up to the same. */
    private int points(PointFinder finder, long stepMs) {
        List<Points> found = finder.find(
                Parser.selector("hits_total{host='h3'}"),
                new PointSource.Span(
                        DAY.toEpochMilli(), DAY.plus(Duration.ofHours(4)).toEpochMilli(), stepMs, false));
        Points one = found.getFirst();
        assertThat(found).hasSize(1);
        Points.Buckets buckets = Objects.requireNonNull(one.buckets());
        assertThat(Arrays.stream(buckets.counts()).sum()).isEqualTo(2.0 * (BUCKETS - 120));
        assertThat(one.timesMs()).isSorted();
        return one.timesMs().length;
    }

    @Test
    void nothingIsDroppedBeforeTheNextTierIsMadeOfIt() {
        tiers.keepFor(Tier.TEN_SECONDS, Duration.ofHours(6), Actor.person("ada"));
        clock.set(DAY.plus(Duration.ofHours(10)));
        tiers.keepHouse();
        assertThat(sql("count(*) from rollup_10s")).isPositive();

        tiers.makeAll();
        tiers.keepHouse();
        clock.set(DAY.plus(Duration.ofHours(11)));
        tiers.makeAll();

        assertThat(sql("count(*) from rollup_10s")).isZero();
        assertThat(sql("count(*) from rollup_10s_block")).isZero();
        assertThat(sql("count(*) from rollup_1m")).isEqualTo(3.0 * SERIES);
    }

    @Test
    void aTierIsKeptForAsLongAsSomebodySetAndTheDiskIsToldBefore() {
        tiers.makeAll();
        tiers.keepFor(Tier.MINUTE, Duration.ofDays(90), Actor.person("ada"));
        Tiers restarted = newTiers();

        Tiers.TierStatus minutes = restarted.status().get(1);

        assertThat(minutes.keptFor()).isEqualTo(Duration.ofDays(90));
        assertThat(minutes.bytes()).isPositive();
        assertThat(minutes.bytesWhenKeptFor(Duration.ofDays(50))).isBetween(minutes.bytes() * 45, minutes.bytes() * 50);
        assertThat(events).singleElement().isInstanceOfSatisfying(RetentionChanged.class, change -> {
            assertThat(change.action()).isEqualTo("telemetry.set-retention");
            assertThat(change.detail()).isEqualTo("kept for 2160 hours");
        });
        assertThatExceptionOfType(OperationsException.class)
                .isThrownBy(() -> restarted.keepFor(Tier.HOUR, Duration.ofHours(1), Actor.person("ada")))
                .withMessageContaining("3 hours to ten years");
    }
}
