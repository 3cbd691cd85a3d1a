package io.novacron.goc.intelligence;

import io.novacron.goc.kernel.HostId;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.Severity;
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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Findings in the database. */
@Component
class FindingStore {

    private static final String COLUMNS = """
            id, detector, cause, region, zone, host, series, indicator, seen, expected, unit, severity, since, ended_at,
            explanation
            """;

    private final JdbcClient jdbc;

    FindingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Finding finding) {
        HostId host = finding.place().host();
        jdbc.sql("""
                        insert into finding (id, detector, cause, region, zone, host, series, indicator, seen, expected, unit,
                                             severity, since, ended_at, explanation)
                        values (:id, :detector, :cause, :region, :zone, :host, :series, :indicator, :seen, :expected, :unit,
                                :severity, :since, :endedAt::timestamptz, :explanation)
                        """)
                .param("id", finding.id())
                .param("detector", finding.detector())
                .param("cause", finding.cause().name())
                .param("region", finding.place().region().value())
                .param("zone", finding.place().zone())
                .param("host", host == null ? null : host.value())
                .param("series", finding.series())
                .param("indicator", finding.indicator())
                .param("seen", finding.seen())
                .param("expected", finding.expected())
                .param("unit", finding.unit())
                .param("severity", finding.severity().name())
                .param("since", utc(finding.since()))
                .param("endedAt", utcOrNull(finding.endedAt()))
                .param("explanation", finding.explanation())
                .update();
    }

    /** Stores what changed, unless the finding has ended meanwhile; returns whether it did. */
    boolean update(Finding finding) {
        return jdbc.sql("""
                                update finding
                                   set severity = :severity, seen = :seen, explanation = :explanation,
                                       ended_at = :endedAt::timestamptz
                                 where id = :id and ended_at is null
                                """)
                        .param("id", finding.id())
                        .param("severity", finding.severity().name())
                        .param("seen", finding.seen())
                        .param("explanation", finding.explanation())
                        .param("endedAt", utcOrNull(finding.endedAt()))
                        .update()
                == 1;
    }

    Optional<Finding> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from finding where id = :id")
                .param("id", id)
                .query((row, number) -> finding(row))
                .optional();
    }

    List<Finding> open() {
        return jdbc.sql("select " + COLUMNS + " from finding where ended_at is null order by since, id")
                .query((row, number) -> finding(row))
                .list();
    }

    /** Findings that were open at some time of the range, newest first. */
    List<Finding> recent(TimeRange range, int most) {
        return jdbc.sql("select " + COLUMNS + """
                          from finding
                         where since < :until and (ended_at is null or ended_at >= :from)
                         order by since desc, id desc limit :most
                        """)
                .param("from", utc(range.from()))
                .param("until", utc(range.until()))
                .param("most", most)
                .query((row, number) -> finding(row))
                .list();
    }

    /** Findings at the place or in a part of it that were open at some time of the range, newest first. */
    List<Finding> at(Place place, TimeRange range, int most) {
        HostId host = place.host();
        return jdbc.sql("select " + COLUMNS + """
                          from finding
                         where region = :region and (:zone::text is null or zone = :zone)
                           and (:host::text is null or host = :host)
                           and since < :until and (ended_at is null or ended_at >= :from)
                         order by since desc, id desc limit :most
                        """)
                .param("region", place.region().value())
                .param("zone", place.zone())
                .param("host", host == null ? null : host.value())
                .param("from", utc(range.from()))
                .param("until", utc(range.until()))
                .param("most", most)
                .query((row, number) -> finding(row))
                .list();
    }

    private static Finding finding(ResultSet row) throws SQLException {
        String host = row.getString("host");
        Timestamp endedAt = row.getTimestamp("ended_at");
        return new Finding(
                row.getObject("id", UUID.class),
                row.getString("detector"),
                Cause.valueOf(row.getString("cause")),
                new Place(
                        new RegionId(row.getString("region")),
                        row.getString("zone"),
                        host == null ? null : new HostId(host)),
                row.getString("series"),
                row.getString("indicator"),
                row.getDouble("seen"),
                row.getDouble("expected"),
                row.getString("unit"),
                Severity.valueOf(row.getString("severity")),
                row.getTimestamp("since").toInstant(),
                endedAt == null ? null : endedAt.toInstant(),
                row.getString("explanation"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime utcOrNull(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }
}
