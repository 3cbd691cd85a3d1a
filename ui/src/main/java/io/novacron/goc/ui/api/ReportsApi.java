package io.novacron.goc.ui.api;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.reporting.Report;
import io.novacron.goc.reporting.ReportKind;
import io.novacron.goc.reporting.Reports;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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

/** Reports: asked for, made in the background, then fetched. */
@RestController
@RequestMapping("/api/v1/reports")
final class ReportsApi {

    private static final int ROWS_MOST = 500;

    private final Reports reports;

    ReportsApi(Reports reports) {
        this.reports = reports;
    }

    /** A report to make. */
    record NewReport(ReportKind kind, Instant from, Instant until) {
        NewReport {
            Required.field("kind", kind);
            Required.field("from", from);
            Required.field("until", until);
        }
    }

    /** The last reports, newest first. */
    @GetMapping
    List<Report> reports() {
        return reports.recent(ROWS_MOST);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Report request(@RequestBody NewReport report, Principal by) {
        return reports.request(report.kind(), new TimeRange(report.from(), report.until()), Caller.of(by));
    }

    @GetMapping("/{id}")
    Report report(@PathVariable UUID id) {
        return reports.find(id)
                .orElseThrow(() -> new OperationsException(ErrorCode.NOT_FOUND, "there is no report %s".formatted(id)));
    }

    /** Calls a report off that is not ready. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable UUID id, Principal by) {
        reports.cancel(id, Caller.of(by));
    }

    @GetMapping(path = "/{id}/document", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] document(@PathVariable UUID id) {
        return reports.content(id);
    }
}
