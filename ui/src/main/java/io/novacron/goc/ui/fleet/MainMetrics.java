package io.novacron.goc.ui.fleet;

import io.novacron.goc.fleet.Host;
import io.novacron.goc.telemetry.Label;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.telemetry.SeriesKey;
import io.novacron.goc.ui.charts.ChartSetup;
import io.novacron.goc.ui.charts.Layer;
import io.novacron.goc.ui.charts.Threshold;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which charts say most about a host: those of the house's agents, or those of the Prometheus node exporter. */
final class MainMetrics {

    private static final Set<String> PLACE_LABELS = Set.of("region", "zone", "host", "instance", "job");
    private static final int NODE_INTERVAL_SECONDS = 15;

    private MainMetrics() {}

    static List<ChartSetup> of(Host host, List<Series> series) {
        if (series.stream().anyMatch(each -> each.key().metric().startsWith("host_"))) {
            return List.of(
                    ChartSetup.of("CPU", "ratio", HostFigures.key("host_cpu_ratio", host)),
                    ChartSetup.of("Memory", "ratio", HostFigures.key("host_memory_ratio", host))
                            .with(new Threshold(0.95, "full 95 %", "warning")),
                    ChartSetup.of("Disk latency", "ms", HostFigures.key("host_disk_latency_ms", host)),
                    ChartSetup.of(
                            "Network",
                            "B/s",
                            List.of(
                                    Layer.of("in", HostFigures.key("host_network_receive_bytes_per_second", host)),
                                    Layer.of("out", HostFigures.key("host_network_transmit_bytes_per_second", host)))),
                    ChartSetup.of("CPU steal", "ratio", HostFigures.key("host_cpu_steal_ratio", host)),
                    ChartSetup.of("VMs running", "", HostFigures.key("host_vms_running", host)));
        }
        return Stream.of("node_load1", "node_memory_MemAvailable_bytes", "node_procs_running")
                .map(metric -> series.stream()
                        .filter(each -> each.key().metric().equals(metric))
                        .findFirst())
                .flatMap(Optional::stream)
                .map(found ->
                        ChartSetup.of(found.key().metric(), "", found.key()).every(NODE_INTERVAL_SECONDS))
                .toList();
    }

    /** The labels that tell a series of a host from its others. */
    static String ownLabels(SeriesKey key) {
        return key.labels().stream()
                .filter(label -> !PLACE_LABELS.contains(label.name()))
                .map((Label label) -> label.name() + "=" + label.value())
                .collect(Collectors.joining(", "));
    }
}
