package io.novacron.goc.availability;

import io.novacron.goc.kernel.TestingClock;
import io.novacron.goc.telemetry.PointBatch;
import io.novacron.goc.telemetry.SeriesCatalog;
import io.novacron.goc.telemetry.SeriesKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Says every second what a small fleet says: what was set, for as long as it is not taken out. */
final class TestingStream {

    final SeriesCatalog catalog = new SeriesCatalog(7, 10_000);
    final TestingClock clock;
    private final Map<SeriesKey, Double> values = new LinkedHashMap<>();
    private final List<Consumer<PointBatch>> listeners = new ArrayList<>();
    private final List<Runnable> watchers = new ArrayList<>();

    TestingStream(TestingClock clock) {
        this.clock = clock;
    }

    void to(Consumer<PointBatch> listener, Runnable eachSecond) {
        listeners.add(listener);
        watchers.add(eachSecond);
    }

    void set(double value, String metric, String... labels) {
        values.put(SeriesKey.of(metric, labels), value);
    }

    void silence(String label, String value) {
        values.keySet().removeIf(key -> value.equals(key.label(label)));
    }

    /** A region with good indicators, so many zones, and two hosts in each. */
    void region(String region, int zones) {
        set(100, "service_requests_per_second", "region", region);
        set(0.001, "service_error_ratio", "region", region);
        set(120, "service_latency_p99_ms", "region", region);
        for (int i = 0; i < zones; i++) {
            String zone = region + (char) ('a' + i);
            set(0.001, "service_error_ratio", "region", region, "zone", zone);
            set(120, "service_latency_p99_ms", "region", region, "zone", zone);
            for (int host = 0; host < 2; host++) {
                set(0.4, "host_cpu_ratio", "region", region, "zone", zone, "host", zone + "-" + host);
            }
        }
    }

    void run(int seconds) {
        for (int second = 0; second < seconds; second++) {
            clock.advance(Duration.ofSeconds(1));
            speak();
            watchers.forEach(Runnable::run);
        }
    }

    private void speak() {
        if (values.isEmpty()) {
            return;
        }
        List<SeriesKey> keys = List.copyOf(values.keySet());
        int[] series = catalog.resolveAll(keys, "test").stream()
                .mapToInt(each -> each.index())
                .toArray();
        long[] times = new long[series.length];
        java.util.Arrays.fill(times, clock.millis());
        double[] now = keys.stream().mapToDouble(values::get).toArray();
        PointBatch batch = new PointBatch("test", clock.instant(), series, times, now);
        listeners.forEach(listener -> listener.accept(batch));
    }
}
