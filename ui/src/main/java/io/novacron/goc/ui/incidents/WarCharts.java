package io.novacron.goc.ui.incidents;

import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.incidents.Incident;
import io.novacron.goc.telemetry.SeriesKey;
import io.novacron.goc.ui.charts.ChartSetup;
import io.novacron.goc.ui.charts.Threshold;
import java.util.List;

/** The charts of the indicators that tell whether an incident gets better. */
final class WarCharts {

    private WarCharts() {}

    static List<ChartSetup> of(Incident incident, Fleet fleet) {
        String region = incident.region().value();
        return List.of(
                ChartSetup.of(
                                "Error ratio, " + fleet.nameOf(incident.region()),
                                "ratio",
                                SeriesKey.of("service_error_ratio", "region", region))
                        .with(new Threshold(0.05, "critical 5 %", "critical")),
                ChartSetup.of("Latency p99", "ms", SeriesKey.of("service_latency_p99_ms", "region", region)));
    }
}
