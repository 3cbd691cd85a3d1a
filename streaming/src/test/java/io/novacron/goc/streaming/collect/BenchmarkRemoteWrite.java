package io.novacron.goc.streaming.collect;

import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.Sources;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From the compressed body of a remote write to points with their series, 10,000 points of known series a body, ten
 * bodies of different series in turn. Figures are nanoseconds a point.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class BenchmarkRemoteWrite {

    private static final int POINTS = 10_000;
    private static final int BODIES = 10;
    private static final long NOW_MS = 1_790_000_000_000L;

    private final List<byte[]> bodies = new ArrayList<>();
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final SeriesCatalog catalog = new SeriesCatalog(7, POINTS * BODIES);
    private final RemoteWriteParser parser = new RemoteWriteParser(
            new KnownSeries(catalog, TestingSeries.unlimited(catalog, CLOCK), new Sources(CLOCK)));
    private final Buffers buffers = new Buffers(1);
    private int next;
    private long timeMs = NOW_MS;

    /** Lays out the bodies, and lets every series be seen once. */
    @Setup
    public void layOut() {
        for (int body = 0; body < BODIES; body++) {
            WriteRequest request = new WriteRequest();
            for (int i = 0; i < POINTS; i++) {
                int host = (body * POINTS + i) / 10;
                request.series(NOW_MS, i % 101, labels(host, i % 10));
            }
            bodies.add(WriteRequest.compressed(request.protobuf()));
            parse();
        }
    }

    private static String[] labels(int host, int field) {
        return new String[] {
            "__name__",
            "cpu_usage_" + field,
            "arch",
            host % 2 == 0 ? "x64" : "x86",
            "datacenter",
            "eu-central-1" + (char) ('a' + host % 3),
            "hostname",
            "host_" + host,
            "os",
            "Ubuntu16.04LTS",
            "rack",
            Integer.toString(host % 100),
            "region",
            "eu-central-1",
            "service",
            Integer.toString(host % 20),
            "service_environment",
            "production",
            "service_version",
            Integer.toString(host % 2),
            "team",
            "NYC"
        };
    }

    /** Decompresses and parses one body. */
    @Benchmark
    @OperationsPerInvocation(POINTS)
    public Object parse() {
        byte[] body = bodies.get(next++ % bodies.size());
        byte[] decoded = buffers.take(Snappy.decodedLength(body));
        try {
            ProtobufReader request = new ProtobufReader(decoded, 0, Snappy.decode(body, decoded));
            return parser.parse(request, "benchmark", Instant.ofEpochMilli(timeMs++));
        } finally {
            buffers.giveBack(decoded);
        }
    }

    /** Decompresses one body: what of {@link #parse} is not ours. */
    @Benchmark
    @OperationsPerInvocation(POINTS)
    public int decompress() {
        byte[] body = bodies.get(next++ % bodies.size());
        byte[] decoded = buffers.take(Snappy.decodedLength(body));
        try {
            return Snappy.decode(body, decoded);
        } finally {
            buffers.giveBack(decoded);
        }
    }
}
