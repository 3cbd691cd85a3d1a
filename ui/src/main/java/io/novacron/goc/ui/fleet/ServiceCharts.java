package io.novacron.goc.ui.fleet;

import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.ZoneKey;
import io.novacron.goc.telemetry.SeriesKey;
import io.novacron.goc.ui.charts.ChartSetup;
import io.novacron.goc.ui.charts.Layer;
import io.novacron.goc.ui.charts.Threshold;
import java.util.List;

/** The charts of the indicators that decide how a region or zone stands. */
final class ServiceCharts {

    private ServiceCharts() {}

    static List<ChartSetup> of(RegionId region) {
        String id = region.value();
        return List.of(
                ChartSetup.of("Error ratio", "ratio", SeriesKey.of("service_error_ratio", "region", id))
                        .with(
                                new Threshold(0.01, "degraded 1 %", "warning"),
                                new Threshold(0.05, "critical 5 %", "critical")),
                ChartSetup.of(
                                "Latency",
                                "ms",
                                List.of(
                                        Layer.of("p99", SeriesKey.of("service_latency_p99_ms", "region", id)),
                                        Layer.of("p50", SeriesKey.of("service_latency_p50_ms", "region", id))))
                        .with(new Threshold(800, "degraded 800 ms", "warning")),
                ChartSetup.of("Requests", "/s", SeriesKey.of("service_requests_per_second", "region", id)));
    }

    static List<ChartSetup> of(ZoneKey zone) {
        return List.of(
                ChartSetup.of("Error ratio", "ratio", key("service_error_ratio", zone))
                        .with(new Threshold(0.05, "critical 5 %", "critical")),
                ChartSetup.of("Latency p99", "ms", key("service_latency_p99_ms", zone)),
                ChartSetup.of("Requests", "/s", key("service_requests_per_second", zone)));
    }

    private static SeriesKey key(String metric, ZoneKey zone) {
        return SeriesKey.of(metric, "region", zone.region().value(), "zone", zone.zone());
    }
}
