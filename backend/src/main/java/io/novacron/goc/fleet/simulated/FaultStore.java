package io.novacron.goc.fleet.simulated;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Faults in the database. */
@Component
class FaultStore {

    private final JdbcClient jdbc;

    FaultStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the fault; false when it is there already. */
    boolean add(Fault fault) {
        HostId host = fault.target().host();
        RegionId other = fault.otherRegion();
        return jdbc.sql("""
                                insert into simulated_fault (id, kind, region, zone, host, other_region, started_at,
                                                             lasts_seconds, injected_by, by_machine)
                                values (:id, :kind, :region, :zone, :host, :other, :started, :lasts, :by, :machine)
                                on conflict (id) do nothing
                                """)
                        .param("id", fault.id())
                        .param("kind", fault.kind().name())
                        .param("region", fault.target().region().value())
                        .param("zone", fault.target().zone())
                        .param("host", host == null ? null : host.value())
                        .param("other", other == null ? null : other.value())
                        .param("started", Timestamp.from(fault.startedAt()))
                        .param("lasts", fault.lasts().toSeconds())
                        .param("by", fault.by().name())
                        .param("machine", fault.by().machine())
                        .update()
                == 1;
    }

    /** Ends the fault; false when it has ended already. */
    boolean end(UUID id, Instant at) {
        return jdbc.sql("update simulated_fault set ended_at = :at where id = :id and ended_at is null")
                        .param("at", Timestamp.from(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Those in force at the time. */
    List<Fault> active(Instant at) {
        return jdbc.sql("""
                        select * from simulated_fault
                         where ended_at is null and started_at + lasts_seconds * interval '1 second' > :at
                         order by started_at desc
                        """)
                .param("at", Timestamp.from(at))
                .query(FaultStore::fault)
                .list();
    }

    List<Fault> recent(int most) {
        return jdbc.sql("select * from simulated_fault order by started_at desc limit :most")
                .param("most", most)
                .query(FaultStore::fault)
                .list();
    }

    private static Fault fault(ResultSet row, int number) throws SQLException {
        String host = row.getString("host");
        String other = row.getString("other_region");
        Timestamp ended = row.getTimestamp("ended_at");
        return new Fault(
                row.getObject("id", UUID.class),
                FaultKind.valueOf(row.getString("kind")),
                new Place(
                        new RegionId(row.getString("region")),
                        row.getString("zone"),
                        host == null ? null : new HostId(host)),
                other == null ? null : new RegionId(other),
                row.getTimestamp("started_at").toInstant(),
                Duration.ofSeconds(row.getLong("lasts_seconds")),
                instant(ended),
                new Actor(row.getString("injected_by"), row.getBoolean("by_machine")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
