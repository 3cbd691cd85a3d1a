package io.novacron.goc.ui.api;

import io.novacron.goc.fleet.simulated.Fault;
import io.novacron.goc.fleet.simulated.FaultKind;
import io.novacron.goc.fleet.simulated.Faults;
import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.reporting.Report;
import io.novacron.goc.reporting.ReportKind;
import io.novacron.goc.reporting.Reports;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Faults of the simulation, and reports. */
@RestController
@RequestMapping("/api/v1")
final class OperationsApi {

    private static final int ROWS_MOST = 500;

    private final Faults faults;
    private final Reports reports;

    OperationsApi(Faults faults, Reports reports) {
        this.faults = faults;
        this.reports = reports;
    }

    /** A fault to inject; zone, host and other region as its kind needs them. */
    record NewFault(
            FaultKind kind,
            String region,
            @Nullable String zone,
            @Nullable String host,
            @Nullable String otherRegion,
            long seconds) {
        NewFault {
            Required.field("kind", kind);
            Required.field("region", region);
        }
    }

    /** A report to make. */
    record NewReport(ReportKind kind, Instant from, Instant until) {
        NewReport {
            Required.field("kind", kind);
            Required.field("from", from);
            Required.field("until", until);
        }
    }

    @GetMapping("/faults")
    List<Fault> faults() {
        return faults.recent(ROWS_MOST);
    }

    @PostMapping("/faults")
    @ResponseStatus(HttpStatus.CREATED)
    Fault inject(@RequestBody NewFault fault, Principal by) {
        String host = fault.host();
        String other = fault.otherRegion();
        Place place = new Place(new RegionId(fault.region()), fault.zone(), host == null ? null : new HostId(host));
        return faults.inject(
                fault.kind(),
                place,
                other == null ? null : new RegionId(other),
                Duration.ofSeconds(fault.seconds()),
                actor(by));
    }

    @DeleteMapping("/faults/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id, Principal by) {
        faults.end(id, actor(by));
    }

    @GetMapping("/reports")
    List<Report> reports() {
        return reports.recent(ROWS_MOST);
    }

    @PostMapping("/reports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Report request(@RequestBody NewReport report, Principal by) {
        return reports.request(report.kind(), new TimeRange(report.from(), report.until()), actor(by));
    }

    @GetMapping("/reports/{id}")
    Report report(@PathVariable UUID id) {
        return reports.find(id)
                .orElseThrow(() -> new OperationsException(ErrorCode.NOT_FOUND, "there is no report %s".formatted(id)));
    }

    @GetMapping(path = "/reports/{id}/document", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] document(@PathVariable UUID id) {
        return reports.content(id);
    }

    private static Actor actor(Principal by) {
        return Actor.person("api:" + by.getName());
    }
}
