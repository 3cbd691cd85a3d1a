package io.novacron.goc.reporting;

import io.novacron.goc.kernel.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reports in the database; the table is also the queue. */
@Component
class ReportStore {

    private static final String SELECT = """
            select id, kind, title, period_from, period_until, state, progress, requested_by, requested_at, finished_at,
                   coalesce(length(content), 0) as bytes, sha256, error
              from report
            """;

    private final JdbcClient jdbc;

    ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Report report) {
        jdbc.sql("""
                        insert into report (id, kind, title, period_from, period_until, state, requested_by, requested_at)
                        values (:id, :kind, :title, :from, :until, :state, :by, :at)
                        """)
                .param("id", report.id())
                .param("kind", report.kind().name())
                .param("title", report.title())
                .param("from", Timestamp.from(report.period().from()))
                .param("until", Timestamp.from(report.period().until()))
                .param("state", report.state().name())
                .param("by", report.requestedBy())
                .param("at", Timestamp.from(report.requestedAt()))
                .update();
    }

    int waiting() {
        return jdbc.sql("select count(*) from report where state in ('QUEUED', 'RUNNING')")
                .query(Integer.class)
                .single();
    }

    Optional<Report> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(ReportStore::report)
                .optional();
    }

    List<Report> recent(int most) {
        return jdbc.sql(SELECT + " order by requested_at desc limit :most")
                .param("most", most)
                .query(ReportStore::report)
                .list();
    }

    Optional<byte[]> content(UUID id) {
        return jdbc.sql("select content from report where id = :id and state = 'READY'")
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** Takes the report that waits longest, if there is one. */
    Optional<Report> takeNext() {
        return jdbc.sql("""
                        update report set state = 'RUNNING'
                         where id = (select id from report where state = 'QUEUED' order by requested_at
                                      limit 1 for update skip locked)
                        returning id, kind, title, period_from, period_until, state, progress, requested_by, requested_at,
                                  finished_at, 0 as bytes, sha256, error
                        """).query(ReportStore::report).optional();
    }

    /** Puts reports back that were being made when the process ended. */
    int requeue() {
        return jdbc.sql("update report set state = 'QUEUED', progress = 0 where state = 'RUNNING'")
                .update();
    }

    void progress(UUID id, int percent) {
        jdbc.sql("update report set progress = :percent where id = :id and state = 'RUNNING'")
                .param("percent", percent)
                .param("id", id)
                .update();
    }

    boolean finish(UUID id, byte[] content, String sha256, Instant at) {
        return jdbc.sql("""
                                update report set state = 'READY', progress = 100, content = :content, sha256 = :sha256,
                                       finished_at = :at
                                 where id = :id and state = 'RUNNING'
                                """)
                        .param("content", content)
                        .param("sha256", sha256)
                        .param("at", Timestamp.from(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    void fail(UUID id, String error, Instant at) {
        jdbc.sql(
                        "update report set state = 'FAILED', error = :error, finished_at = :at where id = :id and state = 'RUNNING'")
                .param("error", error)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    boolean cancel(UUID id, Instant at) {
        return jdbc.sql("""
                                update report set state = 'CANCELLED', finished_at = :at
                                 where id = :id and state in ('QUEUED', 'RUNNING')
                                """).param("at", Timestamp.from(at)).param("id", id).update() == 1;
    }

    private static Report report(ResultSet row, int number) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new Report(
                row.getObject("id", UUID.class),
                ReportKind.valueOf(row.getString("kind")),
                row.getString("title"),
                new TimeRange(
                        row.getTimestamp("period_from").toInstant(),
                        row.getTimestamp("period_until").toInstant()),
                ReportState.valueOf(row.getString("state")),
                row.getInt("progress"),
                row.getString("requested_by"),
                row.getTimestamp("requested_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getLong("bytes"),
                row.getString("sha256"),
                row.getString("error"));
    }
}
