package io.novacron.goc.dashboards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Dashboards in the database; what is on one is JSON. */
@Component
class DashboardStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    DashboardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Dashboard dashboard) {
        jdbc.sql("""
                        insert into dashboard (id, title, owner, audience, team, content, changed_at, changed_by)
                        values (:id, :title, :owner, :audience, :team, :content::jsonb, :changedAt, :changedBy)
                        """)
                .param("id", dashboard.id())
                .param("title", dashboard.title())
                .param("owner", dashboard.owner())
                .param("audience", dashboard.audience().kind().name())
                .param("team", dashboard.audience().team())
                .param("content", JSON.writeValueAsString(dashboard.content()))
                .param("changedAt", Timestamp.from(dashboard.changedAt()))
                .param("changedBy", dashboard.changedBy())
                .update();
    }

    /** Writes it if it still has the version that it says. */
    boolean update(Dashboard dashboard) {
        return jdbc.sql("""
                                update dashboard
                                   set title = :title, audience = :audience, team = :team, content = :content::jsonb,
                                       changed_at = :changedAt, changed_by = :changedBy, version = version + 1
                                 where id = :id and version = :version
                                """)
                        .param("id", dashboard.id())
                        .param("title", dashboard.title())
                        .param("audience", dashboard.audience().kind().name())
                        .param("team", dashboard.audience().team())
                        .param("content", JSON.writeValueAsString(dashboard.content()))
                        .param("changedAt", Timestamp.from(dashboard.changedAt()))
                        .param("changedBy", dashboard.changedBy())
                        .param("version", dashboard.version())
                        .update()
                == 1;
    }

    boolean delete(UUID id) {
        return jdbc.sql("delete from dashboard where id = :id").param("id", id).update() == 1;
    }

    Optional<Dashboard> find(UUID id) {
        return jdbc.sql("select * from dashboard where id = :id")
                .param("id", id)
                .query((row, number) -> dashboard(row))
                .optional();
    }

    /** Those that the person and their teams may look at, by title. */
    List<Dashboard> seenBy(String person, Collection<String> teams, int most) {
        return jdbc.sql("""
                        select * from dashboard
                         where audience = 'EVERYONE' or owner = :person or (audience = 'TEAM' and team = any(:teams))
                         order by lower(title), id limit :most
                        """)
                .param("person", person)
                .param("teams", teams.toArray(String[]::new))
                .param("most", most)
                .query((row, number) -> dashboard(row))
                .list();
    }

    /** How many the person has. */
    int countOf(String owner) {
        return jdbc.sql("select count(*) from dashboard where owner = :owner")
                .param("owner", owner)
                .query(Integer.class)
                .single();
    }

    private static Dashboard dashboard(ResultSet row) throws SQLException {
        return new Dashboard(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("owner"),
                new Audience(Audience.Kind.valueOf(row.getString("audience")), row.getString("team")),
                JSON.readValue(row.getString("content"), Content.class),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by"),
                row.getLong("version"));
    }
}
