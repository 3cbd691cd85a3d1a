package io.novacron.goc.ui.api;

import io.novacron.goc.incidents.Incident;
import io.novacron.goc.incidents.IncidentStatus;
import io.novacron.goc.incidents.Incidents;
import io.novacron.goc.incidents.Task;
import io.novacron.goc.incidents.WarRole;
import io.novacron.goc.incidents.WarRoom;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Incidents and what is done in their war rooms. Whoever acts is known by the name of the token. */
@RestController
@RequestMapping("/api/v1/incidents")
final class IncidentsApi {

    private static final Duration LOOK_BACK = Duration.ofDays(30);
    private static final int ROWS_MOST = 1_000;

    private final Incidents incidents;
    private final Clock clock;

    IncidentsApi(Incidents incidents, Clock clock) {
        this.incidents = incidents;
        this.clock = clock;
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

    /** A person, by the name they sign in with, or {@code api:} and the name of a token. */
    record Person(String person) {
        Person {
            Required.field("person", person);
        }
    }

    /** How bad it is. */
    record SeverityChange(long version, Severity severity) {
        SeverityChange {
            Required.field("severity", severity);
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

    @GetMapping
    List<Incident> incidents() {
        Instant now = clock.instant();
        return incidents.recent(new TimeRange(now.minus(LOOK_BACK), now.plusSeconds(60)), ROWS_MOST);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Incident declare(@RequestBody Declaration declaration, Principal by) {
        String impact = declaration.impact();
        return incidents.declare(
                declaration.title(),
                declaration.severity(),
                new RegionId(declaration.region()),
                impact == null ? "" : impact,
                Caller.of(by));
    }

    @GetMapping("/{number}")
    WarRoom warRoom(@PathVariable long number) {
        return incidents
                .warRoom(number)
                .orElseThrow(() ->
                        new OperationsException(ErrorCode.NOT_FOUND, "there is no incident %d".formatted(number)));
    }

    @PostMapping("/{number}/command")
    WarRoom takeCommand(@PathVariable long number, Principal by) {
        incidents.takeCommand(number, Caller.of(by));
        return warRoom(number);
    }

    /** Offers the commander's seat; it changes hands when the other accepts. */
    @PostMapping("/{number}/command/offer")
    WarRoom offerCommand(@PathVariable long number, @RequestBody Person to, Principal by) {
        incidents.offerCommand(number, to.person(), Caller.of(by));
        return warRoom(number);
    }

    @PostMapping("/{number}/command/acceptance")
    WarRoom acceptCommand(@PathVariable long number, Principal by) {
        incidents.acceptCommand(number, Caller.of(by));
        return warRoom(number);
    }

    @PutMapping("/{number}/roles/{role}")
    WarRoom assign(@PathVariable long number, @PathVariable WarRole role, @RequestBody Person to, Principal by) {
        incidents.assign(number, role, to.person(), Caller.of(by));
        return warRoom(number);
    }

    @PostMapping("/{number}/timeline")
    WarRoom note(@PathVariable long number, @RequestBody Note note, Principal by) {
        incidents.note(number, note.text(), note.occurredAt(), Caller.of(by));
        return warRoom(number);
    }

    @PostMapping("/{number}/tasks")
    @ResponseStatus(HttpStatus.CREATED)
    Task addTask(@PathVariable long number, @RequestBody NewTask task, Principal by) {
        Long minutes = task.dueInMinutes();
        return incidents.addTask(
                number,
                task.title(),
                task.assignee(),
                minutes == null ? null : Duration.ofMinutes(minutes),
                Caller.of(by));
    }

    @PostMapping("/{number}/tasks/{task}/done")
    WarRoom completeTask(@PathVariable long number, @PathVariable UUID task, Principal by) {
        incidents.completeTask(number, task, Caller.of(by));
        return warRoom(number);
    }

    @PostMapping("/{number}/status")
    WarRoom status(@PathVariable long number, @RequestBody StatusChange change, Principal by) {
        incidents.changeStatus(number, change.version(), change.status(), Caller.of(by));
        return warRoom(number);
    }

    @PostMapping("/{number}/severity")
    WarRoom severity(@PathVariable long number, @RequestBody SeverityChange change, Principal by) {
        incidents.changeSeverity(number, change.version(), change.severity(), Caller.of(by));
        return warRoom(number);
    }

    @PostMapping("/{number}/resolution")
    WarRoom resolve(@PathVariable long number, @RequestBody Resolution resolution, Principal by) {
        incidents.resolve(number, resolution.version(), resolution.summary(), Caller.of(by));
        return warRoom(number);
    }
}
