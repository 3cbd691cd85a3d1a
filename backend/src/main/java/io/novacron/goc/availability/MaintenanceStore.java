package io.novacron.goc.availability;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Maintenance windows in the database. */
@Component
class MaintenanceStore {

    private final JdbcClient jdbc;

    MaintenanceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Window window) {
        jdbc.sql("""
                        insert into maintenance_window (id, region, zone, starts_at, ends_at, reason, announced_by, by_machine,
                                                        announced_at)
                        values (:id, :region, :zone, :from, :until, :reason, :by, :machine, :at)
                        """)
                .param("id", window.id())
                .param("region", window.place().region().value())
                .param("zone", window.place().zone())
                .param("from", utc(window.span().from()))
                .param("until", utc(window.span().until()))
                .param("reason", window.reason())
                .param("by", window.by().name())
                .param("machine", window.by().machine())
                .param("at", utc(window.announcedAt()))
                .update();
    }

    /** Calls the window off; returns whether it was in force or to come. */
    boolean cancel(UUID id, Instant at) {
        return jdbc.sql("""
                                update maintenance_window set cancelled_at = :at
                                 where id = :id and cancelled_at is null and ends_at > :at
                                """).param("id", id).param("at", utc(at)).update() == 1;
    }

    Optional<Window> find(UUID id) {
        return jdbc.sql("select * from maintenance_window where id = :id")
                .param("id", id)
                .query((row, number) -> window(row))
                .optional();
    }

    /** Windows that are not over and not called off, in the order they begin. */
    List<Window> ahead(Instant now) {
        return jdbc.sql("""
                        select * from maintenance_window
                         where cancelled_at is null and ends_at > :now
                         order by starts_at, id
                        """)
                .param("now", utc(now))
                .query((row, number) -> window(row))
                .list();
    }

    /** Windows in a region that overlap the range, newest first; without those called off before they began. */
    List<Window> during(RegionId region, TimeRange range, int most) {
        return jdbc.sql("""
                        select * from maintenance_window
                         where region = :region and starts_at < :until and ends_at > :from
                           and (cancelled_at is null or cancelled_at > greatest(starts_at, :from))
                         order by starts_at desc, id limit :most
                        """)
                .param("region", region.value())
                .param("from", utc(range.from()))
                .param("until", utc(range.until()))
                .param("most", most)
                .query((row, number) -> window(row))
                .list();
    }

    private static Window window(ResultSet row) throws SQLException {
        Timestamp cancelled = row.getTimestamp("cancelled_at");
        return new Window(
                row.getObject("id", UUID.class),
                new Place(new RegionId(row.getString("region")), row.getString("zone"), null),
                new TimeRange(
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant()),
                row.getString("reason"),
                new Actor(row.getString("announced_by"), row.getBoolean("by_machine")),
                row.getTimestamp("announced_at").toInstant(),
                cancelled == null ? null : cancelled.toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
