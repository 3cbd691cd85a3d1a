package io.novacron.goc.e2e.load;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Hosts that report ten CPU figures each, with ten tags a host: the shape of the cpu-only set of the Time Series
 * Benchmark Suite. Every figure is a whole number that walks at random within 0 and 100; the same seed walks the same
 * way.
 */
public final class CpuOnly {

    public static final int FIELDS = 10;
    private static final List<String> FIELD_NAMES = List.of(
            "usage_user",
            "usage_system",
            "usage_idle",
            "usage_nice",
            "usage_iowait",
            "usage_irq",
            "usage_softirq",
            "usage_steal",
            "usage_guest",
            "usage_guest_nice");
    private static final List<String> REGIONS =
            List.of("eu-central-1", "eu-west-1", "us-east-1", "us-west-2", "sa-east-1");
    private static final List<String> SYSTEMS = List.of("Ubuntu16.10", "Ubuntu16.04LTS", "Ubuntu15.10");
    private static final List<String> TEAMS = List.of("SF", "NYC", "LON", "CHI");
    private static final List<String> ENVIRONMENTS = List.of("production", "staging", "test");

    private final SplittableRandom random;
    private final byte[] values;
    private final int firstHost;
    private final int hosts;

    /**
     * Prepares the hosts; each figure starts somewhere within its bounds.
     *
     * @param hosts how many; ten series each
     */
    public CpuOnly(int hosts, long seed) {
        this(0, hosts, seed);
    }

    /** As {@link #CpuOnly(int, long)}, the hosts numbered from {@code firstHost} on. */
    public CpuOnly(int firstHost, int hosts, long seed) {
        this.firstHost = firstHost;
        this.hosts = hosts;
        this.random = new SplittableRandom(seed);
        this.values = new byte[hosts * FIELDS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) random.nextInt(101);
        }
    }

    public int series() {
        return hosts * FIELDS;
    }

    /** Lets every figure take its next step: at most two up or down. */
    public void step() {
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) Math.clamp(values[i] + random.nextInt(5) - 2, 0, 100);
        }
    }

    public double value(int series) {
        return values[series];
    }

    /** The labels of a series, sorted by name: name, value, name, value. */
    public List<String> labels(int series) {
        int host = firstHost + series / FIELDS;
        String region = REGIONS.get(host % REGIONS.size());
        return List.of(
                "__name__",
                "cpu_" + FIELD_NAMES.get(series % FIELDS),
                "arch",
                host % 2 == 0 ? "x64" : "x86",
                "datacenter",
                region + (char) ('a' + host % 3),
                "hostname",
                "host_" + host,
                "os",
                SYSTEMS.get(host % SYSTEMS.size()),
                "rack",
                Integer.toString(host % 100),
                "region",
                region,
                "service",
                Integer.toString(host % 20),
                "service_environment",
                ENVIRONMENTS.get(host % ENVIRONMENTS.size()),
                "service_version",
                Integer.toString(host % 2),
                "team",
                TEAMS.get(host % TEAMS.size()));
    }
}
