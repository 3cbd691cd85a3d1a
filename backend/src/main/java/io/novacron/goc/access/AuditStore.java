package io.novacron.goc.access;

import io.novacron.goc.kernel.Actor;
import io.novacron.goc.kernel.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The audit trail in the database. */
@Component
class AuditStore {

    private static final byte[] BEGINNING = new byte[32];

    private final JdbcClient jdbc;

    AuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for its turn, held to the end of the transaction, and returns the hash of the last entry. */
    byte[] lastHash() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('audit_entry'))")
                .query()
                .singleRow();
        return jdbc.sql("select hash from audit_entry order by id desc limit 1")
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElse(BEGINNING);
    }

    void append(AuditEntry entry, byte[] hash) {
        jdbc.sql("""
                        insert into audit_entry (occurred_at, actor, machine, action, subject, detail, hash)
                        values (:at, :actor, :machine, :action, :subject, :detail, :hash)
                        """)
                .param("at", Timestamp.from(entry.occurredAt()))
                .param("actor", entry.actor().name())
                .param("machine", entry.actor().machine())
                .param("action", entry.action())
                .param("subject", entry.subject())
                .param("detail", entry.detail())
                .param("hash", hash)
                .update();
    }

    List<AuditEntry> recent(int most) {
        return jdbc.sql("select * from audit_entry order by id desc limit :most")
                .param("most", most)
                .query(AuditStore::entry)
                .list();
    }

    List<AuditEntry> within(TimeRange range, int most) {
        return jdbc.sql("""
                        select * from audit_entry where occurred_at >= :from and occurred_at < :until
                         order by id desc limit :most
                        """)
                .param("from", Timestamp.from(range.from()))
                .param("until", Timestamp.from(range.until()))
                .param("most", most)
                .query(AuditStore::entry)
                .list();
    }

    /** Shows every entry, oldest first, with its stored hash. */
    void forEach(BiConsumer<AuditEntry, byte[]> each) {
        jdbc.sql("select * from audit_entry order by id").query((ResultSet row) -> {
            each.accept(entry(row, 0), row.getBytes("hash"));
        });
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getTimestamp("occurred_at").toInstant(),
                new Actor(row.getString("actor"), row.getBoolean("machine")),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"));
    }
}
