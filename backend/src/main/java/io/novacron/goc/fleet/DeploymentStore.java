package io.novacron.goc.fleet;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deployments in the database. */
@Component
class DeploymentStore {

    private final JdbcClient jdbc;

    DeploymentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns whether it was not told before. */
    boolean insert(Deployment deployment) {
        return jdbc.sql("""
                                insert into deployment (id, deployed_at, region, zone, service, version, link, told_by, by_machine)
                                values (:id, :at, :region, :zone, :service, :version, :link, :by, :machine)
                                on conflict do nothing
                                """)
                        .param("id", deployment.id())
                        .param("at", utc(deployment.at()))
                        .param("region", deployment.place().region().value())
                        .param("zone", deployment.place().zone())
                        .param("service", deployment.service())
                        .param("version", deployment.version())
                        .param("link", deployment.link())
                        .param("by", deployment.by().name())
                        .param("machine", deployment.by().machine())
                        .update()
                == 1;
    }

    /** The one that was told before with the same place, time, service and version. */
    Deployment same(Deployment as) {
        return jdbc.sql("""
                        select * from deployment
                         where region = :region and zone is not distinct from :zone and service = :service
                           and version = :version and deployed_at = :at
                        """)
                .param("region", as.place().region().value())
                .param("zone", as.place().zone())
                .param("service", as.service())
                .param("version", as.version())
                .param("at", utc(as.at()))
                .query((row, number) -> deployment(row))
                .single();
    }

    /** In a region, newest first. */
    List<Deployment> in(RegionId region, TimeRange range, int most) {
        return jdbc.sql("""
                        select * from deployment
                         where region = :region and deployed_at >= :from and deployed_at < :until
                         order by deployed_at desc, id limit :most
                        """)
                .param("region", region.value())
                .param("from", utc(range.from()))
                .param("until", utc(range.until()))
                .param("most", most)
                .query((row, number) -> deployment(row))
                .list();
    }

    private static Deployment deployment(ResultSet row) throws SQLException {
        return new Deployment(
                row.getObject("id", UUID.class),
                row.getTimestamp("deployed_at").toInstant(),
                new Place(new RegionId(row.getString("region")), row.getString("zone"), null),
                row.getString("service"),
                row.getString("version"),
                row.getString("link"),
                new Actor(row.getString("told_by"), row.getBoolean("by_machine")));
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
