package io.novacron.goc.ui.api;

import io.novacron.goc.alerts.Alert;
import io.novacron.goc.alerts.Alerts;
import io.novacron.goc.incidents.Incident;
import io.novacron.goc.incidents.IncidentStatus;
import io.novacron.goc.incidents.Incidents;
import io.novacron.goc.incidents.Task;
import io.novacron.goc.incidents.WarRoom;
import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.Severity;
import io.novacron.goc.kernel.TimeRange;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Alerts and incidents: what the screens show and do. Whoever acts is known by the name of the token. */
@RestController
@RequestMapping("/api/v1")
final class ResponseApi {

    private static final Duration LOOK_BACK = Duration.ofDays(30);
    private static final int ROWS_MOST = 1_000;

    private final Alerts alerts;
    private final Incidents incidents;
    private final Clock clock;

    ResponseApi(Alerts alerts, Incidents incidents, Clock clock) {
        this.alerts = alerts;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** A claim on an alert. */
    record Claim(long version, String note, long minutes) {
        Claim {
            Required.field("note", note);
        }
    }

    /** An incident to declare. */
    record Declaration(
            String title,
            Severity severity,
            String region,
            @Nullable String impact) {
        Declaration {
            Required.field("title", title);
            Required.field("severity", severity);
            Required.field("region", region);
        }
    }

    /** A line for the timeline. */
    record Note(String text, @Nullable Instant occurredAt) {
        Note {
            Required.field("text", text);
        }
    }

    /** Something to do. */
    record NewTask(
            String title,
            @Nullable String assignee,
            @Nullable Long dueInMinutes) {
        NewTask {
            Required.field("title", title);
        }
    }

    /** How far the work has come. */
    record StatusChange(long version, IncidentStatus status) {
        StatusChange {
            Required.field("status", status);
        }
    }

    /** The end of an incident. */
    record Resolution(long version, String summary) {
        Resolution {
            Required.field("summary", summary);
        }
    }

    @GetMapping("/alerts")
    List<Alert> alerts(@RequestParam(defaultValue = "false") boolean resolved) {
        return resolved ? alerts.recent(ROWS_MOST) : alerts.open();
    }

    @PostMapping("/alerts/{id}/acknowledgement")
    Alert acknowledge(@PathVariable UUID id, @RequestBody Claim claim, Principal by) {
        return alerts.acknowledge(id, claim.version(), actor(by), claim.note(), Duration.ofMinutes(claim.minutes()));
    }

    @GetMapping("/incidents")
    List<Incident> incidents() {
        Instant now = clock.instant();
        return incidents.recent(new TimeRange(now.minus(LOOK_BACK), now.plusSeconds(60)), ROWS_MOST);
    }

    @PostMapping("/incidents")
    @ResponseStatus(HttpStatus.CREATED)
    Incident declare(@RequestBody Declaration declaration, Principal by) {
        String impact = declaration.impact();
        return incidents.declare(
                declaration.title(),
                declaration.severity(),
                new RegionId(declaration.region()),
                impact == null ? "" : impact,
                actor(by));
    }

    @GetMapping("/incidents/{number}")
    WarRoom warRoom(@PathVariable long number) {
        return incidents
                .warRoom(number)
                .orElseThrow(() ->
                        new OperationsException(ErrorCode.NOT_FOUND, "there is no incident %d".formatted(number)));
    }

    @PostMapping("/incidents/{number}/command")
    WarRoom takeCommand(@PathVariable long number, Principal by) {
        incidents.takeCommand(number, actor(by));
        return warRoom(number);
    }

    @PostMapping("/incidents/{number}/timeline")
    WarRoom note(@PathVariable long number, @RequestBody Note note, Principal by) {
        incidents.note(number, note.text(), note.occurredAt(), actor(by));
        return warRoom(number);
    }

    @PostMapping("/incidents/{number}/tasks")
    @ResponseStatus(HttpStatus.CREATED)
    Task addTask(@PathVariable long number, @RequestBody NewTask task, Principal by) {
        Long minutes = task.dueInMinutes();
        return incidents.addTask(
                number, task.title(), task.assignee(), minutes == null ? null : Duration.ofMinutes(minutes), actor(by));
    }

    @PostMapping("/incidents/{number}/tasks/{task}/done")
    WarRoom completeTask(@PathVariable long number, @PathVariable UUID task, Principal by) {
        incidents.completeTask(number, task, actor(by));
        return warRoom(number);
    }

    @PostMapping("/incidents/{number}/status")
    WarRoom status(@PathVariable long number, @RequestBody StatusChange change, Principal by) {
        incidents.changeStatus(number, change.version(), change.status(), actor(by));
        return warRoom(number);
    }

    @PostMapping("/incidents/{number}/resolution")
    WarRoom resolve(@PathVariable long number, @RequestBody Resolution resolution, Principal by) {
        incidents.resolve(number, resolution.version(), resolution.summary(), actor(by));
        return warRoom(number);
    }

    private static Actor actor(Principal by) {
        return Actor.person("api:" + by.getName());
    }
}
