package io.novacron.goc.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FreshnessTest {

    private static final long NOW = 1_800_000_000_000L;

    private final Freshness freshness = new Freshness();

    @Test
    void aSourceIsMissedByItsOwnInterval() {
        for (int i = 0; i < 10; i++) {
            freshness.seen(0, NOW + i * 1_000L, NOW + i * 1_000L);
            freshness.seen(1, NOW + i * 60_000L, NOW + i * 60_000L);
        }

        assertThat(freshness.silent(0, NOW + 9_000 + 2_400, 2.5)).isFalse();
        assertThat(freshness.silent(0, NOW + 9_000 + 2_600, 2.5)).isTrue();
        assertThat(freshness.silent(1, NOW + 540_000 + 149_000, 2.5)).isFalse();
        assertThat(freshness.silent(1, NOW + 540_000 + 151_000, 2.5)).isTrue();
    }

    @Test
    void oneLongPauseHardlyChangesTheInterval() {
        for (int i = 0; i < 10; i++) {
            freshness.seen(0, NOW + i * 1_000L, NOW + i * 1_000L);
        }

        freshness.seen(0, NOW + 3_600_000, NOW + 3_600_000);

        assertThat(freshness.intervalMs(0)).isBetween(1_000.0, 1_500.0);
    }

    @Test
    void aWrongClockOfTheSenderIsNotSilenceAndALateDeliveryIsNotFreshness() {
        freshness.seen(0, NOW - 30_000, NOW);
        freshness.seen(0, NOW - 29_000, NOW + 1_000);
        freshness.seen(1, NOW - 3_600_000, NOW);

        assertThat(freshness.silent(0, NOW + 2_000, 2.5)).isFalse();
        assertThat(freshness.silent(1, NOW + 2_000, 2.5)).isTrue();
    }

    @Test
    void whatWaitsInABacklogIsNotMissedYetButNeverForLongerThanTheGrace() {
        Inflow inflow = new Inflow(3_000);

        inflow.folded(batchAcceptedAt(NOW - 2_000), NOW);
        long inBacklog = inflow.referenceMs(NOW);
        inflow.folded(batchAcceptedAt(NOW), NOW + 10);
        long caughtUp = inflow.referenceMs(NOW + 500);
        long stalled = inflow.referenceMs(NOW + 10_000);

        assertThat(inBacklog).isEqualTo(NOW - 2_000);
        assertThat(caughtUp).isBetween(NOW + 400, NOW + 500);
        assertThat(stalled).isEqualTo(NOW + 7_000);
    }

    private static PointBatch batchAcceptedAt(long acceptedMs) {
        return new PointBatch("test", Instant.ofEpochMilli(acceptedMs), new int[0], new long[0], new double[0]);
    }
}
