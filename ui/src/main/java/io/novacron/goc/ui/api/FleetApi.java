package io.novacron.goc.ui.api;

import io.novacron.goc.availability.HealthBoard;
import io.novacron.goc.availability.HealthReading;
import io.novacron.goc.availability.RegionIndicators;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.fleet.Host;
import io.novacron.goc.fleet.Region;
import io.novacron.goc.fleet.Vm;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.kernel.ZoneKey;
import io.novacron.goc.telemetry.Rollup;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.telemetry.Sources;
import io.novacron.goc.telemetry.Telemetry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Regions, zones, hosts, VMs and their history, as the screens show them. */
@RestController
@RequestMapping("/api/v1")
final class FleetApi {

    private static final Duration HISTORY_LONGEST = Duration.ofHours(24);
    private static final int SERIES_MOST = 5_000;

    private final Fleet fleet;
    private final HealthBoard board;
    private final Telemetry telemetry;
    private final Sources sources;
    private final Clock clock;

    FleetApi(Fleet fleet, HealthBoard board, Telemetry telemetry, Sources sources, Clock clock) {
        this.fleet = fleet;
        this.board = board;
        this.telemetry = telemetry;
        this.sources = sources;
        this.clock = clock;
    }

    /** A region with its state and newest indicators; an indicator that is not known is null. */
    record RegionState(
            String id,
            String name,
            String country,
            boolean simulated,
            String state,
            Instant since,
            String reason,
            @Nullable Double requestsPerSecond,
            @Nullable Double errorRatio,
            @Nullable Double latencyP99Ms,
            int hostsUp,
            int hostsTotal,
            @Nullable Instant lastSampleAt) {}

    /** A zone with its state. */
    record ZoneState(String region, String zone, String state, Instant since, String reason, int hosts) {}

    /** A host. */
    record HostFacts(
            String id,
            String region,
            String zone,
            String source,
            boolean simulated,
            Instant firstSeen,
            @Nullable List<Vm> vms) {}

    @GetMapping("/regions")
    List<RegionState> regions() {
        return fleet.regions().stream().map(this::state).toList();
    }

    @GetMapping("/regions/{region}")
    RegionState region(@PathVariable String region) {
        return state(known(region));
    }

    @GetMapping("/regions/{region}/zones")
    List<ZoneState> zones(@PathVariable String region) {
        return fleet.zones(known(region).id()).stream().map(this::state).toList();
    }

    @GetMapping("/regions/{region}/zones/{zone}/hosts")
    List<HostFacts> hosts(@PathVariable String region, @PathVariable String zone) {
        ZoneKey key = new ZoneKey(known(region).id(), zone);
        if (!fleet.zones(key.region()).contains(key)) {
            throw new OperationsException(ErrorCode.NOT_FOUND, "there is no zone %s".formatted(key));
        }
        return fleet.hosts(key).stream().map(host -> facts(host, null)).toList();
    }

    @GetMapping("/hosts/{host}")
    HostFacts host(@PathVariable String host) {
        Host found = knownHost(host);
        return facts(found, fleet.vms(found.id()));
    }

    /** The series of a host, each with its newest value. */
    @GetMapping("/hosts/{host}/series")
    List<SeriesFacts> series(@PathVariable String host) {
        return telemetry.ofHost(knownHost(host).id(), SERIES_MOST).stream()
                .map(this::facts)
                .toList();
    }

    /** A series and its newest value. */
    record SeriesFacts(
            String id,
            String series,
            String source,
            @Nullable Double latest,
            @Nullable Instant lastSeen) {}

    /** Ten-second rollups of a series over at most 24 hours; the last hour when no times are given. */
    @GetMapping("/series/{id}/history")
    List<Rollup> history(
            @PathVariable String id,
            @RequestParam @Nullable Instant from,
            @RequestParam @Nullable Instant until,
            @RequestParam(defaultValue = "3600") long seconds) {
        Series series = telemetry
                .byId(parsed(id))
                .orElseThrow(() -> new OperationsException(ErrorCode.NOT_FOUND, "there is no series %s".formatted(id)));
        Instant end = until == null ? clock.instant() : until;
        TimeRange range = new TimeRange(from == null ? end.minusSeconds(Math.clamp(seconds, 10, 86_400)) : from, end);
        if (range.length().compareTo(HISTORY_LONGEST) > 0) {
            throw new OperationsException(
                    ErrorCode.TOO_LARGE,
                    "a history of %d hours is asked for; at most 24 are given at once"
                            .formatted(range.length().toHours()));
        }
        return telemetry.history(series.key(), range);
    }

    /** Who sends telemetry. */
    @GetMapping("/sources")
    List<Sources.SourceStatus> sources() {
        return sources.all();
    }

    private static long parsed(String id) {
        try {
            return Long.parseUnsignedLong(id, 16);
        } catch (NumberFormatException e) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT, "a series id is a hexadecimal number of up to 16 digits", e);
        }
    }

    private RegionState state(Region region) {
        HealthReading reading = board.region(region.id());
        RegionIndicators now = board.indicators(region.id());
        return new RegionState(
                region.id().value(),
                region.name(),
                region.country(),
                region.simulated(),
                reading.state().word(),
                reading.since(),
                reading.reason(),
                known(now.requestsPerSecond()),
                known(now.errorRatio()),
                known(now.latencyP99Ms()),
                now.hostsUp(),
                now.hostsTotal(),
                now.lastSampleAt());
    }

    private ZoneState state(ZoneKey zone) {
        HealthReading reading = board.zone(zone);
        return new ZoneState(
                zone.region().value(),
                zone.zone(),
                reading.state().word(),
                reading.since(),
                reading.reason(),
                fleet.hosts(zone).size());
    }

    private static HostFacts facts(Host host, @Nullable List<Vm> vms) {
        return new HostFacts(
                host.id().value(),
                host.zone().region().value(),
                host.zone().zone(),
                host.source(),
                host.simulated(),
                host.firstSeen(),
                vms);
    }

    private SeriesFacts facts(Series series) {
        long seen = telemetry.lastSeenMs(series.index());
        return new SeriesFacts(
                Long.toUnsignedString(series.id(), 16),
                series.key().toString(),
                series.source(),
                known(telemetry.latest(series.index())),
                seen == Long.MIN_VALUE ? null : Instant.ofEpochMilli(seen));
    }

    private Region known(String region) {
        return fleet.region(new RegionId(region))
                .orElseThrow(
                        () -> new OperationsException(ErrorCode.NOT_FOUND, "there is no region %s".formatted(region)));
    }

    private Host knownHost(String host) {
        return fleet.host(new HostId(host))
                .orElseThrow(() -> new OperationsException(ErrorCode.NOT_FOUND, "there is no host %s".formatted(host)));
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
