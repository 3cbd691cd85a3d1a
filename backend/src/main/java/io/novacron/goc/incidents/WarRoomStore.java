package io.novacron.goc.incidents;

import io.novacron.goc.kernel.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What belongs to a war room, in the database: timeline, seats and tasks. */
@Component
class WarRoomStore {

    private final JdbcClient jdbc;

    WarRoomStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Appends an entry; the caller holds the incident's row, so that entries are chained one after another. */
    void append(UUID incident, EntryKind kind, Actor author, Instant occurred, Instant recorded, String text) {
        byte[] before = jdbc.sql(
                        "select hash from timeline_entry where incident_id = :incident order by id desc limit 1")
                .param("incident", incident)
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElse(TimelineChain.BEGINNING);
        byte[] hash = TimelineChain.after(before, new TimelineEntry(0, kind, author, occurred, recorded, text));
        jdbc.sql("""
                        insert into timeline_entry (incident_id, kind, author, machine, occurred_at, recorded_at, text, hash)
                        values (:incident, :kind, :author, :machine, :occurred, :recorded, :text, :hash)
                        """)
                .param("hash", hash)
                .param("incident", incident)
                .param("kind", kind.name())
                .param("author", author.name())
                .param("machine", author.machine())
                .param("occurred", Timestamp.from(occurred))
                .param("recorded", Timestamp.from(recorded))
                .param("text", text)
                .update();
    }

    /** The timeline, newest entry first. */
    List<TimelineEntry> timeline(UUID incident) {
        return jdbc.sql("select * from timeline_entry where incident_id = :incident order by id desc")
                .param("incident", incident)
                .query(WarRoomStore::entry)
                .list();
    }

    /** The timeline, oldest entry first, each with the hash that was stored with it. */
    List<TimelineChain.Stored> chain(UUID incident) {
        return jdbc.sql("select * from timeline_entry where incident_id = :incident order by id")
                .param("incident", incident)
                .query((row, number) -> new TimelineChain.Stored(entry(row, number), row.getBytes("hash")))
                .list();
    }

    private static TimelineEntry entry(ResultSet row, int number) throws SQLException {
        return new TimelineEntry(
                row.getLong("id"),
                EntryKind.valueOf(row.getString("kind")),
                new Actor(row.getString("author"), row.getBoolean("machine")),
                row.getTimestamp("occurred_at").toInstant(),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("text"));
    }

    void seat(UUID incident, WarRole role, String person, Instant since) {
        jdbc.sql("""
                        insert into incident_seat values (:incident, :role, :person, :since)
                        on conflict (incident_id, role) do update set person = excluded.person, since = excluded.since
                        """)
                .param("incident", incident)
                .param("role", role.name())
                .param("person", person)
                .param("since", Timestamp.from(since))
                .update();
    }

    List<Seat> seats(UUID incident) {
        return jdbc
                .sql("select * from incident_seat where incident_id = :incident")
                .param("incident", incident)
                .query((row, number) -> new Seat(
                        WarRole.valueOf(row.getString("role")),
                        row.getString("person"),
                        row.getTimestamp("since").toInstant()))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(Seat::role))
                .toList();
    }

    void addTask(UUID incident, Task task) {
        Instant due = task.dueAt();
        jdbc.sql("""
                        insert into incident_task (id, incident_id, title, assignee, due_at, created_at)
                        values (:id, :incident, :title, :assignee, :due, :created)
                        """)
                .param("id", task.id())
                .param("incident", incident)
                .param("title", task.title())
                .param("assignee", task.assignee())
                .param("due", due == null ? null : Timestamp.from(due))
                .param("created", Timestamp.from(task.createdAt()))
                .update();
    }

    /** Marks the task done and returns its title, if it is there and was not done. */
    Optional<String> completeTask(UUID incident, UUID task, Instant at) {
        return jdbc.sql("""
                        update incident_task set done_at = :at
                         where id = :task and incident_id = :incident and done_at is null returning title
                        """)
                .param("at", Timestamp.from(at))
                .param("task", task)
                .param("incident", incident)
                .query(String.class)
                .optional();
    }

    /** Open tasks first, then by the time they are due. */
    List<Task> tasks(UUID incident) {
        return jdbc.sql("""
                        select * from incident_task where incident_id = :incident
                         order by done_at is not null, due_at nulls last, created_at
                        """)
                .param("incident", incident)
                .query(WarRoomStore::task)
                .list();
    }

    /** A task whose time has passed. */
    record Lapsed(long incidentNumber, Task task) {}

    /** The tasks of open incidents whose time has passed and that nobody was told of. */
    List<Lapsed> due(Instant now) {
        return jdbc.sql("""
                        select incident.number as incident_number, task.*
                          from incident_task task join incident on incident.id = task.incident_id
                         where incident.status <> 'RESOLVED'
                           and task.due_at <= :now and task.done_at is null and not task.lapsed
                         order by task.due_at
                        """)
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Lapsed(row.getLong("incident_number"), task(row, number)))
                .list();
    }

    /** Remembers that the task has lapsed; false when it was done or known to have lapsed. */
    boolean lapse(UUID task) {
        return jdbc.sql("update incident_task set lapsed = true where id = :task and done_at is null and not lapsed")
                        .param("task", task)
                        .update()
                == 1;
    }

    private static Task task(ResultSet row, int number) throws SQLException {
        @Nullable Timestamp due = row.getTimestamp("due_at");
        @Nullable Timestamp done = row.getTimestamp("done_at");
        return new Task(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("assignee"),
                IncidentStore.instant(due),
                row.getTimestamp("created_at").toInstant(),
                IncidentStore.instant(done),
                row.getBoolean("lapsed"));
    }
}
