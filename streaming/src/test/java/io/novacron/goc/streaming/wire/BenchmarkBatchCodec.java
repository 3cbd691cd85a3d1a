package io.novacron.goc.streaming.wire;

import java.util.List;
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

/** A record of 2,500 points of one time: whole numbers within 0 and 100, or doubles. Nanoseconds a point. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BenchmarkBatchCodec {

    private static final int POINTS = 2_500;

    @Param({"whole", "double"})
    public String values = "whole";

    private WireBatch batch = batch(true);
    private byte[] record = BatchCodec.encode(batch);

    /** Draws the points. */
    @Setup
    public void draw() {
        batch = batch(values.equals("whole"));
        record = BatchCodec.encode(batch);
    }

    private static WireBatch batch(boolean whole) {
        SplittableRandom random = new SplittableRandom(7);
        long[] ids = random.longs(POINTS).toArray();
        long[] times = new long[POINTS];
        double[] values = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            times[i] = 1_790_000_000_000L;
            values[i] = whole ? random.nextInt(101) : random.nextDouble();
        }
        return new WireBatch("benchmark", 1, 1, times[0], List.of(), ids, times, values);
    }

    /** Writes the record. */
    @Benchmark
    @OperationsPerInvocation(POINTS)
    public byte[] encode() {
        return BatchCodec.encode(batch);
    }

    /** Reads the record. */
    @Benchmark
    @OperationsPerInvocation(POINTS)
    public WireBatch decode() throws MalformedBatch {
        return BatchCodec.decode(record);
    }
}
