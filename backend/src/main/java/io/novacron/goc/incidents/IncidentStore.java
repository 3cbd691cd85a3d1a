package io.novacron.goc.incidents;

import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.Severity;
import io.novacron.goc.kernel.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Incidents in the database. Whoever decides on one locks its row first, so that decisions come one after another. */
@Component
class IncidentStore {

    private final JdbcClient jdbc;

    IncidentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens an incident unless the region has one open; false then. */
    boolean open(
            UUID id,
            String title,
            Severity severity,
            RegionId region,
            String impact,
            Instant triggered,
            Instant activated) {
        return jdbc.sql("""
                                insert into incident (id, title, severity, status, region, impact, triggered_at, activated_at)
                                values (:id, :title, :severity, 'INVESTIGATING', :region, :impact, :triggered, :activated)
                                on conflict (region) where status <> 'RESOLVED' do nothing
                                """)
                        .param("id", id)
                        .param("title", title)
                        .param("severity", severity.name())
                        .param("region", region.value())
                        .param("impact", impact)
                        .param("triggered", Timestamp.from(triggered))
                        .param("activated", Timestamp.from(activated))
                        .update()
                == 1;
    }

    Optional<Incident> find(long number) {
        return jdbc.sql("select * from incident where number = :number")
                .param("number", number)
                .query(IncidentStore::incident)
                .optional();
    }

    /** As {@link #find}, waiting for and keeping out whoever else decides on it until the transaction ends. */
    Optional<Incident> lock(long number) {
        return jdbc.sql("select * from incident where number = :number for update")
                .param("number", number)
                .query(IncidentStore::incident)
                .optional();
    }

    Optional<Incident> lockOpen(RegionId region) {
        return jdbc.sql("select * from incident where region = :region and status <> 'RESOLVED' for update")
                .param("region", region.value())
                .query(IncidentStore::incident)
                .optional();
    }

    List<Incident> open() {
        return jdbc.sql("select * from incident where status <> 'RESOLVED' order by triggered_at desc")
                .query(IncidentStore::incident)
                .list();
    }

    /** Incidents of a region that were open at some time of the range, newest first. */
    List<Incident> within(RegionId region, TimeRange range, int most) {
        return jdbc.sql("""
                        select * from incident
                         where region = :region and triggered_at < :until
                           and (resolved_at is null or resolved_at >= :from)
                         order by triggered_at desc limit :most
                        """)
                .param("region", region.value())
                .param("from", Timestamp.from(range.from()))
                .param("until", Timestamp.from(range.until()))
                .param("most", most)
                .query(IncidentStore::incident)
                .list();
    }

    /** Incidents that were open at some time of the range, newest first. */
    List<Incident> within(TimeRange range, int most) {
        return jdbc.sql("""
                        select * from incident
                         where triggered_at < :until and (resolved_at is null or resolved_at >= :from)
                         order by triggered_at desc limit :most
                        """)
                .param("from", Timestamp.from(range.from()))
                .param("until", Timestamp.from(range.until()))
                .param("most", most)
                .query(IncidentStore::incident)
                .list();
    }

    /** When the war room was there, which is known only once it is committed. */
    void activated(UUID id, Instant at) {
        jdbc.sql("update incident set activated_at = :at where id = :id")
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    /** Links the alert as severe as it is; false when that is known already. */
    boolean link(UUID incident, UUID alert, Severity severity) {
        return jdbc.sql("""
                                insert into incident_alert as known (incident_id, alert_id, severity)
                                values (:incident, :alert, :severity)
                                on conflict (incident_id, alert_id) do update set severity = excluded.severity
                                 where known.severity <> excluded.severity
                                """)
                        .param("incident", incident)
                        .param("alert", alert)
                        .param("severity", severity.name())
                        .update()
                == 1;
    }

    /** The worst that any incident, open or not, knows of the alert. */
    Optional<Severity> knownSeverity(UUID alert) {
        return jdbc
                .sql("select severity from incident_alert where alert_id = :alert")
                .param("alert", alert)
                .query((row, number) -> Severity.valueOf(row.getString(1)))
                .list()
                .stream()
                .min(Comparator.naturalOrder());
    }

    List<UUID> alerts(UUID incident) {
        return jdbc.sql("select alert_id from incident_alert where incident_id = :incident")
                .param("incident", incident)
                .query(UUID.class)
                .list();
    }

    /** The numbers of open incidents that stand for the alert. */
    List<Long> openWith(UUID alert) {
        return jdbc.sql("""
                        select number from incident join incident_alert on incident_id = id
                         where alert_id = :alert and status <> 'RESOLVED'
                        """).param("alert", alert).query(Long.class).list();
    }

    void setCommander(UUID id, String person) {
        jdbc.sql(
                        "update incident set commander = :person, command_offered_to = null, version = version + 1 where id = :id")
                .param("person", person)
                .param("id", id)
                .update();
    }

    void offerCommand(UUID id, String to) {
        jdbc.sql("update incident set command_offered_to = :to, version = version + 1 where id = :id")
                .param("to", to)
                .param("id", id)
                .update();
    }

    void setStatus(UUID id, IncidentStatus status) {
        jdbc.sql("update incident set status = :status, version = version + 1 where id = :id")
                .param("status", status.name())
                .param("id", id)
                .update();
    }

    void setSeverity(UUID id, Severity severity) {
        jdbc.sql("update incident set severity = :severity, version = version + 1 where id = :id")
                .param("severity", severity.name())
                .param("id", id)
                .update();
    }

    void resolve(UUID id, String summary, String by, Instant at) {
        jdbc.sql("""
                        update incident set status = 'RESOLVED', summary = :summary, resolved_by = :by, resolved_at = :at,
                               command_offered_to = null, version = version + 1
                         where id = :id
                        """)
                .param("summary", summary)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    private static Incident incident(ResultSet row, int number) throws SQLException {
        return new Incident(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getString("title"),
                Severity.valueOf(row.getString("severity")),
                IncidentStatus.valueOf(row.getString("status")),
                new RegionId(row.getString("region")),
                row.getString("impact"),
                row.getTimestamp("triggered_at").toInstant(),
                row.getTimestamp("activated_at").toInstant(),
                instant(row.getTimestamp("resolved_at")),
                row.getString("resolved_by"),
                row.getString("commander"),
                row.getString("command_offered_to"),
                row.getString("summary"),
                row.getLong("version"));
    }

    static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
