package io.novacron.goc.streaming.rollup;

import io.novacron.goc.telemetry.sketch.QuantileSketch;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Values into quantile sketches, and sketches into one another. Nanoseconds a value, and a sketch of ten values. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BenchmarkSketch {

    private static final int VALUES = 10_000;
    private static final int VALUES_A_BUCKET = 10;

    private final double[] values = new SplittableRandom(7)
            .doubles(VALUES)
            .map(u -> -Math.log(1 - u) * 250)
            .toArray();
    private final QuantileSketch[] buckets = new QuantileSketch[VALUES / VALUES_A_BUCKET];

    /** Makes sketches to be merged. */
    public BenchmarkSketch() {
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = new QuantileSketch();
            for (int j = 0; j < VALUES_A_BUCKET; j++) {
                buckets[i].add(values[i * VALUES_A_BUCKET + j]);
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(VALUES)
    public Object insert() {
        QuantileSketch sketch = new QuantileSketch();
        for (double value : values) {
            sketch.add(value);
        }
        return sketch;
    }

    @Benchmark
    @OperationsPerInvocation(VALUES / VALUES_A_BUCKET)
    public Object merge() {
        QuantileSketch all = new QuantileSketch();
        for (QuantileSketch bucket : buckets) {
            all.merge(bucket);
        }
        return all;
    }
}
