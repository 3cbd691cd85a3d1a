package io.novacron.goc.incidents;

import io.novacron.goc.alerts.Alerts;
import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.Ids;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.Severity;
import io.novacron.goc.kernel.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Incidents, and what people do in their war rooms. Each deed is one line of the timeline and one of the audit trail.
 */
@Service
public class Incidents {

    private static final int TEXT_LONGEST = 4_000;
    private static final Duration TASK_LONGEST = Duration.ofDays(7);

    private final IncidentStore store;
    private final WarRoomStore warRooms;
    private final Alerts alerts;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Ids ids;

    Incidents(
            IncidentStore store,
            WarRoomStore warRooms,
            Alerts alerts,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock,
            Ids ids) {
        this.transaction = new TransactionTemplate(transactions);
        this.store = store;
        this.warRooms = warRooms;
        this.alerts = alerts;
        this.events = events;
        this.clock = clock;
        this.ids = ids;
    }

    /** Incidents that are not resolved, newest first. */
    public List<Incident> open() {
        return store.open();
    }

    /** Incidents that were open at some time of the range, newest first. */
    public List<Incident> recent(TimeRange range, int most) {
        return store.within(range, most);
    }

    public Optional<Incident> find(long number) {
        return store.find(number);
    }

    /** The war room of an incident. */
    public Optional<WarRoom> warRoom(long number) {
        return store.find(number)
                .map(incident -> new WarRoom(
                        incident,
                        warRooms.seats(incident.id()),
                        warRooms.timeline(incident.id()),
                        warRooms.tasks(incident.id()),
                        store.alerts(incident.id()).stream()
                                .map(alerts::find)
                                .flatMap(Optional::stream)
                                .toList()));
    }

    /** Incidents of a region that were open at some time of the range, newest first. */
    public List<Incident> in(RegionId region, TimeRange range, int most) {
        return store.within(region, range, most);
    }

    /**
     * Declares an incident by hand.
     *
     * @throws OperationsException CONFLICT when the region has one open; INVALID_INPUT when the title is empty or too
     *     long
     */
    @Transactional
    public Incident declare(String title, Severity severity, RegionId region, String impact, Actor by) {
        String checked = text("title", title, 200);
        Instant now = clock.instant();
        UUID id = ids.next();
        if (!store.open(
                id,
                checked,
                severity,
                region,
                impact.isBlank() ? "Not known yet" : text("impact", impact, 500),
                now,
                now)) {
            Incident open = store.lockOpen(region).orElseThrow();
            throw new OperationsException(
                    ErrorCode.CONFLICT,
                    "region %s has incident %d open (%s); join its war room"
                            .formatted(region, open.number(), open.title()));
        }
        Incident incident = store.lockOpen(region).orElseThrow();
        warRooms.append(id, EntryKind.OPENED, by, now, now, "Declared by " + by.name());
        events.publishEvent(new IncidentOpened(incident, by, now));
        return incident;
    }

    /**
     * Takes the commander's seat when it is free.
     *
     * @throws OperationsException CONFLICT when somebody holds it; they must offer it
     */
    @Transactional
    public void takeCommand(long number, Actor by) {
        Incident incident = unresolved(number);
        String holder = incident.commander();
        if (holder != null) {
            throw new OperationsException(
                    ErrorCode.CONFLICT,
                    holder.equals(by.name())
                            ? "you command incident %d already".formatted(number)
                            : "%s commands incident %d; ask for the seat, then accept it".formatted(holder, number));
        }
        seatCommander(incident, by.name(), by, "%s took command".formatted(by.name()));
    }

    /**
     * Offers the seat to somebody, who must accept.
     *
     * @throws OperationsException FORBIDDEN when the one who offers does not hold it
     */
    @Transactional
    public void offerCommand(long number, String to, Actor by) {
        Incident incident = unresolved(number);
        if (!by.name().equals(incident.commander())) {
            throw new OperationsException(
                    ErrorCode.FORBIDDEN, "only the commander of incident %d can offer the seat".formatted(number));
        }
        store.offerCommand(incident.id(), text("person", to, 64));
        done(
                incident,
                EntryKind.COMMAND,
                "incidents.offer-command",
                "%s offers command to %s".formatted(by.name(), to),
                by);
    }

    /**
     * Accepts an offered seat.
     *
     * @throws OperationsException CONFLICT when it was not offered to this person
     */
    @Transactional
    public void acceptCommand(long number, Actor by) {
        Incident incident = unresolved(number);
        if (!by.name().equals(incident.commandOfferedTo())) {
            throw new OperationsException(
                    ErrorCode.CONFLICT, "command of incident %d is not offered to you".formatted(number));
        }
        seatCommander(
                incident, by.name(), by, "%s accepted command from %s".formatted(by.name(), incident.commander()));
    }

    private void seatCommander(Incident incident, String person, Actor by, String text) {
        store.setCommander(incident.id(), person);
        warRooms.seat(incident.id(), WarRole.COMMANDER, person, clock.instant());
        done(incident, EntryKind.COMMAND, "incidents.command", text, by);
    }

    /** Gives a role other than the commander's to a person. */
    @Transactional
    public void assign(long number, WarRole role, String person, Actor by) {
        if (role == WarRole.COMMANDER) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT, "the commander's seat is offered and accepted, not assigned");
        }
        Incident incident = unresolved(number);
        String checked = text("person", person, 64);
        warRooms.seat(incident.id(), role, checked, clock.instant());
        done(incident, EntryKind.ROLE, "incidents.assign", "%s is %s".formatted(checked, role.title()), by);
    }

    /**
     * Writes into the timeline.
     *
     * @param occurredAt when it happened; {@code null} means this moment; never in the future
     */
    @Transactional
    public void note(long number, String text, @Nullable Instant occurredAt, Actor by) {
        Incident incident = existing(number);
        Instant now = clock.instant();
        if (occurredAt != null && occurredAt.isAfter(now)) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT, "a note tells what happened; %s is in the future".formatted(occurredAt));
        }
        String checked = text("note", text, TEXT_LONGEST);
        warRooms.append(incident.id(), EntryKind.NOTE, by, occurredAt == null ? now : occurredAt, now, checked);
        events.publishEvent(new WarRoomChanged(number, "incidents.note", checked, by, now));
    }

    /**
     * Adds a task.
     *
     * @param dueIn time until it should be done, or {@code null}
     */
    @Transactional
    public Task addTask(long number, String title, @Nullable String assignee, @Nullable Duration dueIn, Actor by) {
        Incident incident = unresolved(number);
        if (dueIn != null && (dueIn.isNegative() || dueIn.isZero() || dueIn.compareTo(TASK_LONGEST) > 0)) {
            throw new OperationsException(ErrorCode.INVALID_INPUT, "a task is due within 7 days, or has no time");
        }
        Instant now = clock.instant();
        String person = assignee == null || assignee.isBlank() ? null : text("assignee", assignee, 64);
        Task task = new Task(
                ids.next(), text("task", title, 300), person, dueIn == null ? null : now.plus(dueIn), now, null, false);
        warRooms.addTask(incident.id(), task);
        String text = "Task: %s%s".formatted(task.title(), person == null ? "" : ", for " + person);
        done(incident, EntryKind.TASK, "incidents.add-task", text, by);
        return task;
    }

    /**
     * Marks a task done.
     *
     * @throws OperationsException CONFLICT when it is done already or not of this incident
     */
    @Transactional
    public void completeTask(long number, UUID task, Actor by) {
        Incident incident = existing(number);
        String title = warRooms.completeTask(incident.id(), task, clock.instant())
                .orElseThrow(() -> new OperationsException(
                        ErrorCode.CONFLICT, "that task is done already, or not one of incident %d".formatted(number)));
        done(incident, EntryKind.TASK, "incidents.complete-task", "Done: " + title, by);
    }

    /**
     * Says how far the work has come.
     *
     * @param expectedVersion the version that was seen
     * @throws OperationsException CONFLICT when the incident has changed since; INVALID_INPUT for RESOLVED, which
     *     needs a summary
     */
    @Transactional
    public void changeStatus(long number, long expectedVersion, IncidentStatus status, Actor by) {
        if (status == IncidentStatus.RESOLVED) {
            throw new OperationsException(ErrorCode.INVALID_INPUT, "an incident is resolved with a summary");
        }
        Incident incident = unresolved(number);
        requireVersion(incident, expectedVersion);
        store.setStatus(incident.id(), status);
        done(incident, EntryKind.STATUS, "incidents.status", "Status: " + status.title(), by);
    }

    /** Says how bad it is. */
    @Transactional
    public void changeSeverity(long number, long expectedVersion, Severity severity, Actor by) {
        Incident incident = unresolved(number);
        requireVersion(incident, expectedVersion);
        store.setSeverity(incident.id(), severity);
        done(incident, EntryKind.STATUS, "incidents.severity", "Severity: " + severity.word(), by);
    }

    /**
     * Resolves the incident with what was learnt.
     *
     * @throws OperationsException CONFLICT when it has changed since it was seen, or somebody resolved it first (the
     *     message says who and when); INVALID_INPUT when the summary is empty
     */
    @Transactional
    public void resolve(long number, long expectedVersion, String summary, Actor by) {
        Incident incident = unresolved(number);
        String checked = text("summary", summary, TEXT_LONGEST);
        requireVersion(incident, expectedVersion);
        store.resolve(incident.id(), checked, by.name(), clock.instant());
        done(incident, EntryKind.RESOLVED, "incidents.resolve", "Resolved: " + checked, by);
    }

    /** Tells the commander of tasks whose time has passed. */
    @Scheduled(fixedDelayString = "PT5S")
    public void lapseTasks() {
        for (WarRoomStore.Lapsed lapsed : warRooms.due(clock.instant())) {
            transaction.executeWithoutResult(status -> lapse(lapsed));
        }
    }

    private void lapse(WarRoomStore.Lapsed lapsed) {
        Incident incident = existing(lapsed.incidentNumber());
        if (incident.status() != IncidentStatus.RESOLVED
                && warRooms.lapse(lapsed.task().id())) {
            String text = "Overdue: " + lapsed.task().title();
            done(incident, EntryKind.TASK, "incidents.task-lapsed", text, Actor.machine("incidents"));
        }
    }

    /** Checks the chain of a timeline; returns the id of the first entry that does not fit, if there is one. */
    public OptionalLong firstBroken(long number) {
        return store.find(number)
                .map(incident -> TimelineChain.firstBroken(warRooms.chain(incident.id())))
                .orElse(OptionalLong.empty());
    }

    private void done(Incident incident, EntryKind kind, String action, String text, Actor by) {
        Instant now = clock.instant();
        warRooms.append(incident.id(), kind, by, now, now, text);
        events.publishEvent(new WarRoomChanged(incident.number(), action, text, by, now));
    }

    private Incident existing(long number) {
        return store.lock(number)
                .orElseThrow(() ->
                        new OperationsException(ErrorCode.NOT_FOUND, "there is no incident %d".formatted(number)));
    }

    private Incident unresolved(long number) {
        Incident incident = existing(number);
        if (incident.status() == IncidentStatus.RESOLVED) {
            throw new OperationsException(
                    ErrorCode.CONFLICT,
                    "incident %d was resolved by %s at %tF %<tT UTC"
                            .formatted(
                                    number,
                                    incident.resolvedBy(),
                                    Optional.ofNullable(incident.resolvedAt())
                                            .map(at -> at.atOffset(ZoneOffset.UTC))
                                            .orElse(null)));
        }
        return incident;
    }

    private static void requireVersion(Incident incident, long expected) {
        if (incident.version() != expected) {
            throw new OperationsException(
                    ErrorCode.CONFLICT,
                    "incident %d has changed since you looked (it is %s now); look again, then decide"
                            .formatted(
                                    incident.number(), incident.status().title().toLowerCase(Locale.ROOT)));
        }
    }

    private static String text(String what, String text, int longest) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > longest) {
            throw new OperationsException(
                    ErrorCode.INVALID_INPUT,
                    "the %s has %d characters; 1 to %d are allowed".formatted(what, stripped.length(), longest));
        }
        return stripped;
    }
}
