package io.novacron.goc.streaming.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.goc.kernel.Draws;
import io.novacron.goc.streaming.wire.WireBatch;
import io.novacron.goc.telemetry.Backfill;
import io.novacron.goc.telemetry.LatePoints;
import io.novacron.goc.telemetry.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionFoldTest {

    private static final long NOW = 1_790_000_000_000L;
    private static final long HOST = 7;

    private final PartitionFold fold = new PartitionFold(9, Map.of(), this::offer, NOW);

    private final Map<Long, LatePoints.Verdict> verdicts = new HashMap<>();

    private LatePoints.Verdict offer(int series, long timeMs, double value) {
        return verdicts.getOrDefault(timeMs, LatePoints.Verdict.TOO_LATE);
    }

    @Test
    void aLatePointThatWasNotSeenCorrectsItsBucketAndOneThatWasDoesNot() {
        verdicts.put(NOW - 30_000, LatePoints.Verdict.NEW);
        verdicts.put(NOW - 29_000, LatePoints.Verdict.KNOWN);

        PartitionFold.Outcome outcome =
                fold(HOST, new long[] {NOW, NOW - 30_000, NOW - 29_000, NOW - 28_000}, 1, 2, 3, 4);

        assertThat(outcome.folded().values())
                .as("nobody is shown a late point as new")
                .containsExactly(1);
        assertThat(outcome.late()).isEqualTo(1);
        assertThat(outcome.duplicates()).isEqualTo(1);
        assertThat(outcome.backfilled()).isEqualTo(1);
        assertThat(fold.take(NOW)).hasSize(2).anySatisfy(segment -> {
            assertThat(segment.newestMs()).isEqualTo(NOW - 30_000);
            assertThat(segment.sums()).containsExactly(2);
        });
    }

    @Test
    void aLatePointWaitsUntilMemoryIsFilledAgain() {
        verdicts.put(NOW - 30_000, LatePoints.Verdict.NOT_YET);
        fold(HOST, new long[] {NOW, NOW - 30_000}, 1, 2);
        boolean waited = fold.isWaiting();
        PartitionFold.Outcome still = fold.foldWaiting();
        verdicts.put(NOW - 30_000, LatePoints.Verdict.NEW);
        PartitionFold.Outcome then = fold.foldWaiting();

        assertThat(waited).isTrue();
        assertThat(still.late()).isZero();
        assertThat(then.late()).isEqualTo(1);
        assertThat(fold.isWaiting()).isFalse();
        assertThat(fold.take(NOW)).hasSize(2);
    }

    @Test
    void aPointSeenBeforeIsADuplicateAndOneOlderThanMemoryGoesToTheDatabase() {
        PartitionFold.Outcome outcome = fold(HOST, new long[] {NOW, NOW + 1, NOW + 1, NOW - 5, NOW + 2}, 1, 2, 3, 4, 5);

        assertThat(outcome.duplicates()).isEqualTo(1);
        assertThat(outcome.backfilled()).isEqualTo(1);
        assertThat(outcome.folded().values()).containsExactly(1, 2, 5);
        Segment segment = fold.take(NOW).getFirst();
        assertThat(segment.counts()).containsExactly(3);
        assertThat(segment.sums()).containsExactly(8);
        assertThat(segment.mins()).containsExactly(1);
        assertThat(segment.maxs()).containsExactly(5);
        assertThat(segment.lasts()).containsExactly(5);
        assertThat(segment.newestMs()).isEqualTo(NOW + 2);
    }

    @Test
    void whatWasHoursOldWhenItCameIsHistoryAndNotNews() {
        PartitionFold.Outcome outcome = fold(HOST, new long[] {NOW - 7_200_000, NOW - 7_199_000, NOW}, 1, 2, 3);

        assertThat(outcome.folded().values()).containsExactly(3);
        assertThat(outcome.backfilled()).isEqualTo(2);
        Backfill taken = fold.takeBackfill();
        assertThat(taken.timesMs()).containsExactly(NOW - 7_200_000, NOW - 7_199_000);
        assertThat(taken.values()).containsExactly(1, 2);
        assertThat(taken.seriesIds()).containsExactly(HOST, HOST);
        assertThat(fold.takeBackfill().size()).isZero();
        assertThat(fold.take(NOW)).hasSize(1);
    }

    @Test
    void sketchesAndPointsFromLongAgoAreBounded() {
        int slot = fold.slot(HOST) == LongToInt.ABSENT ? fold.addSlot(HOST, 0) : fold.slot(HOST);
        fold.sketch(slot);
        int last = PartitionFold.SKETCHES_MOST - 1;
        for (int bucket = 0; bucket < last; bucket++) {
            fold(HOST, new long[] {NOW + (long) bucket * PartitionFold.STEP_MS}, 1);
        }
        boolean before = fold.isFull();
        fold(HOST, new long[] {NOW + (long) last * PartitionFold.STEP_MS}, 1);

        assertThat(before).isFalse();
        assertThat(fold.isFull()).isTrue();
        assertThat(fold.takeSketches()).hasSize(PartitionFold.SKETCHES_MOST);
        fold.take(NOW);
        assertThat(fold.isFull()).isFalse();

        long[] old = new long[PartitionFold.BACKFILL_MOST];
        Arrays.fill(old, NOW - 7_200_000);
        fold(HOST, old, new double[old.length]);

        assertThat(fold.isFull()).isTrue();
    }

    @Test
    void whatWasStoredBeforeARestartIsNotFoldedAgain() {
        PartitionFold restarted = new PartitionFold(9, Map.of(HOST, NOW), this::offer, NOW);

        PartitionFold.Outcome outcome = fold(restarted, HOST, new long[] {NOW - 1, NOW, NOW + 1}, 1, 2, 3);

        assertThat(outcome.folded().values()).containsExactly(3);
    }

    @Test
    void whatIsBeingStoredStaysReadableUntilItIsStored() {
        fold(HOST, new long[] {NOW}, 1);

        fold.take(NOW);
        fold(HOST, new long[] {NOW + 1}, 2);
        List<Segment> during = fold.open(HOST);
        fold.stored();
        List<Segment> after = fold.open(HOST);

        assertThat(during).hasSize(2);
        assertThat(after)
                .singleElement()
                .satisfies(segment -> assertThat(segment.sums()).containsExactly(2));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void segmentsAddUpToExactlyThePointsHoweverLateEarlyOrOftenTaken(long seed) {
        Draws draws = new Draws(seed);
        Map<Long, Double> expected = new HashMap<>();
        List<Segment> segments = new ArrayList<>();
        long time = NOW - 300_000;
        for (int i = 0; i < 2_000; i++) {
            time += 1 + (long) (draws.uniform(1, i) * 800);
            double value = Math.rint(draws.normal(2, i) * 100);
            fold(HOST, new long[] {time}, value);
            expected.merge(Math.floorDiv(time, PartitionFold.STEP_MS), value, Double::sum);
            if (draws.uniform(3, i) < 0.01) {
                segments.addAll(fold.take(NOW + i * 300L));
                fold.stored();
            }
        }
        segments.addAll(fold.take(NOW));

        Map<Long, Double> sums = new HashMap<>();
        long points = 0;
        for (Segment segment : segments) {
            for (int i = 0; i < segment.counts().length; i++) {
                points += segment.counts()[i];
                if (segment.counts()[i] > 0) {
                    sums.merge(segment.startMs() / PartitionFold.STEP_MS + i, segment.sums()[i], Double::sum);
                }
            }
        }
        assertThat(points).isEqualTo(2_000);
        assertThat(sums).isEqualTo(expected);
    }

    private PartitionFold.Outcome fold(long series, long[] times, double... values) {
        return fold(fold, series, times, values);
    }

    private static PartitionFold.Outcome fold(PartitionFold into, long series, long[] times, double... values) {
        int slot = into.slot(series) == LongToInt.ABSENT ? into.addSlot(series, 0) : into.slot(series);
        long[] ids = new long[times.length];
        int[] slots = new int[times.length];
        Arrays.fill(ids, series);
        Arrays.fill(slots, slot);
        return into.fold(new WireBatch("test", 1, 1, NOW, List.of(), ids, times, values), slots);
    }
}
