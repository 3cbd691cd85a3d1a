package io.novacron.goc.ui.api;

import io.novacron.goc.alerts.Alert;
import io.novacron.goc.alerts.Alerts;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Alerts, and the claims on them. */
@RestController
@RequestMapping("/api/v1/alerts")
final class AlertsApi {

    private static final int ROWS_MOST = 1_000;

    private final Alerts alerts;

    AlertsApi(Alerts alerts) {
        this.alerts = alerts;
    }

    /** A claim on an alert. */
    record Claim(long version, String note, long minutes) {
        Claim {
            Required.field("note", note);
        }
    }

    /** The open alerts, or the last ones in whatever state. */
    @GetMapping
    List<Alert> alerts(@RequestParam(defaultValue = "false") boolean resolved) {
        return resolved ? alerts.recent(ROWS_MOST) : alerts.open();
    }

    @PostMapping("/{id}/acknowledgement")
    Alert acknowledge(@PathVariable UUID id, @RequestBody Claim claim, Principal by) {
        return alerts.acknowledge(
                id, claim.version(), Caller.of(by), claim.note(), Duration.ofMinutes(claim.minutes()));
    }

    /** Gives a claim back: the alert fires again. */
    @DeleteMapping("/{id}/acknowledgement")
    Alert unacknowledge(@PathVariable UUID id, Principal by) {
        return alerts.unacknowledge(id, Caller.of(by));
    }
}
