package io.novacron.goc.alerts;

import io.novacron.goc.intelligence.Cause;
import io.novacron.goc.intelligence.Finding;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.Severity;
import io.novacron.goc.kernel.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Alerts in the database. */
@Component
class AlertStore {

    private static final String SELECT = """
            select alert.*, (select count(*) from alert_finding where alert_id = alert.id and open) as open_findings
              from alert
            """;

    private final JdbcClient jdbc;

    AlertStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody else works on the group; held to the end of the transaction. */
    void lockGroup(RegionId region, Cause cause) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(:group))")
                .param("group", "alert " + region + " " + cause)
                .query()
                .singleRow();
    }

    Optional<Alert> findOpen(RegionId region, Cause cause) {
        return jdbc.sql(SELECT + " where region = :region and cause = :cause and state <> 'RESOLVED'")
                .param("region", region.value())
                .param("cause", cause.name())
                .query(AlertStore::alert)
                .optional();
    }

    Optional<Alert> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(AlertStore::alert)
                .optional();
    }

    /** As {@link #find}, keeping out whoever else changes it until the transaction ends. */
    Optional<Alert> hold(UUID id) {
        return jdbc.sql(SELECT + " where id = :id for update of alert")
                .param("id", id)
                .query(AlertStore::alert)
                .optional();
    }

    List<Alert> openIn(RegionId region) {
        return jdbc.sql(SELECT + " where region = :region and state <> 'RESOLVED' order by opened_at")
                .param("region", region.value())
                .query(AlertStore::alert)
                .list();
    }

    Optional<Alert> findByFinding(UUID finding) {
        return jdbc.sql(SELECT + " where id = (select alert_id from alert_finding where finding_id = :finding)")
                .param("finding", finding)
                .query(AlertStore::alert)
                .optional();
    }

    List<Alert> open() {
        return jdbc.sql(SELECT + " where state <> 'RESOLVED' order by opened_at desc")
                .query(AlertStore::alert)
                .list();
    }

    List<Alert> recent(int most) {
        return jdbc.sql(SELECT + " order by opened_at desc limit :most")
                .param("most", most)
                .query(AlertStore::alert)
                .list();
    }

    /** Alerts of a region that were open at some time of the range, newest first. */
    List<Alert> within(RegionId region, TimeRange range, int most) {
        return jdbc.sql(SELECT + """
                         where region = :region and opened_at < :until and (resolved_at is null or resolved_at >= :from)
                         order by opened_at desc limit :most
                        """)
                .param("region", region.value())
                .param("from", Timestamp.from(range.from()))
                .param("until", Timestamp.from(range.until()))
                .param("most", most)
                .query(AlertStore::alert)
                .list();
    }

    /** The alerts that hold any of the findings. */
    Set<UUID> holding(List<UUID> findings) {
        return Set.copyOf(jdbc.sql("select distinct alert_id from alert_finding where finding_id = any(:findings)")
                .param("findings", findings.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    void insert(UUID id, RegionId region, Cause cause, Severity severity, String title, Instant at) {
        jdbc.sql("""
                        insert into alert (id, region, cause, severity, state, title, opened_at, updated_at)
                        values (:id, :region, :cause, :severity, 'FIRING', :title, :at, :at)
                        """)
                .param("id", id)
                .param("region", region.value())
                .param("cause", cause.name())
                .param("severity", severity.name())
                .param("title", title)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Adds the finding to the alert or renews what is known of it; false when nothing was new. */
    boolean putFinding(UUID alert, Finding finding) {
        return jdbc.sql("""
                                insert into alert_finding as known (finding_id, alert_id, severity, explanation, open)
                                values (:finding, :alert, :severity, :explanation, :open)
                                on conflict (finding_id) do update
                                   set severity = excluded.severity, explanation = excluded.explanation, open = excluded.open
                                 where known.open and (known.severity, known.open) is distinct from (excluded.severity, excluded.open)
                                """)
                        .param("finding", finding.id())
                        .param("alert", alert)
                        .param("severity", finding.severity().name())
                        .param("explanation", finding.explanation())
                        .param("open", finding.endedAt() == null)
                        .update()
                == 1;
    }

    /** A finding of an alert. */
    record OpenFinding(Severity severity, String explanation) {}

    /** The open findings of an alert, worst first. */
    List<OpenFinding> openFindings(UUID alert) {
        return jdbc
                .sql("select severity, explanation from alert_finding where alert_id = :alert and open")
                .param("alert", alert)
                .query((row, number) ->
                        new OpenFinding(Severity.valueOf(row.getString("severity")), row.getString("explanation")))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(OpenFinding::severity))
                .toList();
    }

    /** The findings that alerts hold to be open, with their severity. */
    Map<UUID, Severity> openFindings() {
        Map<UUID, Severity> open = new HashMap<>();
        jdbc.sql("select finding_id, severity from alert_finding where open").query((ResultSet row) -> {
            open.put(row.getObject("finding_id", UUID.class), Severity.valueOf(row.getString("severity")));
        });
        return open;
    }

    List<UUID> findingIds(UUID alert) {
        return jdbc.sql("select finding_id from alert_finding where alert_id = :alert")
                .param("alert", alert)
                .query(UUID.class)
                .list();
    }

    /**
     * Changes the alert if it still has the version; its acknowledgement goes unless it stays acknowledged. The version
     * rises only with what a person decides on, so that further findings of a storm do not take the alert out of their
     * hands.
     */
    boolean change(Alert seen, AlertState state, Severity severity, String title, Instant at) {
        return jdbc.sql("""
                                update alert
                                   set state = :state, severity = :severity, title = :title, updated_at = :at,
                                       resolved_at = case when :state = 'RESOLVED' then :at::timestamptz end,
                                       ack_owner = case when :state = 'ACKNOWLEDGED' then ack_owner end,
                                       ack_note = case when :state = 'ACKNOWLEDGED' then ack_note end,
                                       ack_at = case when :state = 'ACKNOWLEDGED' then ack_at end,
                                       ack_until = case when :state = 'ACKNOWLEDGED' then ack_until end,
                                       version = version
                                           + case when (state, severity) is distinct from (:state, :severity) then 1 else 0 end
                                 where id = :id and version = :version
                                """)
                        .param("state", state.name())
                        .param("severity", severity.name())
                        .param("title", title)
                        .param("at", Timestamp.from(at))
                        .param("id", seen.id())
                        .param("version", seen.version())
                        .update()
                == 1;
    }

    /** Acknowledges the alert if it still has the version. */
    boolean acknowledge(Alert seen, Acknowledgement ack) {
        return jdbc.sql("""
                                update alert
                                   set state = 'ACKNOWLEDGED', ack_owner = :owner, ack_note = :note, ack_at = :at,
                                       ack_until = :until, updated_at = :at, version = version + 1
                                 where id = :id and version = :version and state <> 'RESOLVED'
                                """)
                        .param("owner", ack.owner())
                        .param("note", ack.note())
                        .param("at", Timestamp.from(ack.at()))
                        .param("until", Timestamp.from(ack.until()))
                        .param("id", seen.id())
                        .param("version", seen.version())
                        .update()
                == 1;
    }

    List<Alert> expired(Instant now) {
        return jdbc.sql(SELECT + " where state = 'ACKNOWLEDGED' and ack_until <= :now")
                .param("now", Timestamp.from(now))
                .query(AlertStore::alert)
                .list();
    }

    private static Alert alert(ResultSet row, int number) throws SQLException {
        return new Alert(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                new RegionId(row.getString("region")),
                Cause.valueOf(row.getString("cause")),
                Severity.valueOf(row.getString("severity")),
                AlertState.valueOf(row.getString("state")),
                row.getString("title"),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                instant(row.getTimestamp("resolved_at")),
                row.getInt("open_findings"),
                acknowledgement(row),
                row.getLong("version"));
    }

    private static @Nullable Acknowledgement acknowledgement(ResultSet row) throws SQLException {
        Timestamp until = row.getTimestamp("ack_until");
        return until == null
                ? null
                : new Acknowledgement(
                        row.getString("ack_owner"),
                        row.getString("ack_note"),
                        row.getTimestamp("ack_at").toInstant(),
                        until.toInstant());
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
