package io.novacron.goc.streaming.rollup;

import io.novacron.goc.streaming.wire.WireBatch;
import io.novacron.goc.telemetry.LatePoints;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A round of one point each of 100,000 series into 10-second buckets, the slot of each found by its id: in the order in
 * which the series were first seen, as senders keep it, or at random. Nanoseconds a point.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BenchmarkFold {

    private static final int SERIES = 100_000;
    private static final int POINTS = 10_000;
    private static final int BUCKETS = 9;
    private static final long NOW_MS = 1_790_000_000_000L;

    @Param({"as seen", "random"})
    public String order = "as seen";

    private final long[] ids = new SplittableRandom(7).longs(SERIES).toArray();
    private final int[] sequence = new int[SERIES];
    private PartitionFold fold =
            new PartitionFold(BUCKETS, Map.of(), (series, time, value) -> LatePoints.Verdict.TOO_LATE, NOW_MS);
    private int from;
    private long timeMs = NOW_MS;

    /** Gives every series its slot. */
    @Setup
    public void lookAtAll() {
        fold = new PartitionFold(BUCKETS, Map.of(), (series, time, value) -> LatePoints.Verdict.TOO_LATE, NOW_MS);
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < SERIES; i++) {
            fold.addSlot(ids[i], i);
            sequence[i] = i;
        }
        for (int i = SERIES - 1; i > 0 && order.equals("random"); i--) {
            int other = random.nextInt(i + 1);
            int mine = sequence[i];
            sequence[i] = sequence[other];
            sequence[other] = mine;
        }
    }

    /** Folds the next 10,000 points; after a round the time goes on by a millisecond. */
    @Benchmark
    @OperationsPerInvocation(POINTS)
    public Object fold() {
        long[] batchIds = new long[POINTS];
        long[] times = new long[POINTS];
        double[] values = new double[POINTS];
        int[] slots = new int[POINTS];
        for (int i = 0; i < POINTS; i++) {
            batchIds[i] = ids[sequence[from + i]];
            times[i] = timeMs;
            values[i] = i;
        }
        for (int i = 0; i < POINTS; i++) {
            slots[i] = fold.slot(batchIds[i]);
        }
        from += POINTS;
        if (from == SERIES) {
            from = 0;
            timeMs++;
        }
        return fold.fold(new WireBatch("benchmark", 1, 1, NOW_MS, List.of(), batchIds, times, values), slots);
    }
}
