package io.novacron.goc.dashboards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Kiosk links in the database, known by the hash of their secret. */
@Component
class KioskStore {

    private static final int LISTED_MOST = 1_000;

    private final JdbcClient jdbc;

    KioskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(KioskLink link, byte[] hash) {
        jdbc.sql("""
                        insert into kiosk_link (id, name, hash, boards, names_tenants, created_by, created_at, expires_at)
                        values (:id, :name, :hash, :boards, :tenants, :by, :at, :expires)
                        """)
                .param("id", link.id())
                .param("name", link.name())
                .param("hash", hash)
                .param("boards", link.boards().stream().map(Turn::toString).toArray(String[]::new))
                .param("tenants", link.namesTenants())
                .param("by", link.createdBy())
                .param("at", Timestamp.from(link.createdAt()))
                .param("expires", Timestamp.from(link.expiresAt()))
                .update();
    }

    Optional<KioskLink> find(byte[] hash) {
        return jdbc.sql("select * from kiosk_link where hash = :hash")
                .param("hash", hash)
                .query((row, number) -> link(row))
                .optional();
    }

    /** Ends the link; its name when it had not ended. */
    Optional<String> revoke(UUID id, Instant at) {
        return jdbc.sql("""
                        update kiosk_link set revoked_at = :at
                         where id = :id and revoked_at is null and expires_at > :at returning name
                        """)
                .param("id", id)
                .param("at", Timestamp.from(at))
                .query(String.class)
                .optional();
    }

    List<KioskLink> all() {
        return jdbc.sql("select * from kiosk_link order by created_at desc, id limit :most")
                .param("most", LISTED_MOST)
                .query((row, number) -> link(row))
                .list();
    }

    private static KioskLink link(ResultSet row) throws SQLException {
        Timestamp revoked = row.getTimestamp("revoked_at");
        return new KioskLink(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Arrays.stream((String[]) row.getArray("boards").getArray())
                        .map(Turn::of)
                        .toList(),
                row.getBoolean("names_tenants"),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                revoked == null ? null : revoked.toInstant());
    }
}
