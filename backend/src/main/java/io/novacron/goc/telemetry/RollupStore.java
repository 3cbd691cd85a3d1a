package io.novacron.goc.telemetry;

import io.novacron.goc.kernel.TimeRange;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Series, segments and offsets in the database. */
@Component
public class RollupStore {

    private static final Logger LOG = LoggerFactory.getLogger(RollupStore.class);
    private static final String SEGMENTS = "rollup_10s";
    private static final int COPY_BUFFER = 1 << 20;

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final TransactionTemplate transaction;
    private final TimeTableStore tables;
    private final SegmentStore segments;
    private final SketchStore sketches;
    private final JsonMapper json = JsonMapper.shared();
    private volatile Room room = Room.UNKNOWN;

    RollupStore(JdbcClient jdbc, DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.transaction = new TransactionTemplate(transactions);
        this.tables = new TimeTableStore(jdbc);
        this.segments = new SegmentStore(jdbc);
        this.sketches = new SketchStore(jdbc);
    }

    /**
     * Stores the flush, all of it or nothing.
     *
     * @return false when the partition does not stand at the expected offset: somebody else has gone on with it
     */
    public boolean write(Flush flush) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!moveOffset(flush)) {
                status.setRollbackOnly();
                return false;
            }
            define(flush.definitions());
            copy(withRoom(flush.segments()));
            sketches.write(flush.sketches());
            backfill(flush.backfill());
            return true;
        }));
    }

    private boolean moveOffset(Flush flush) {
        return jdbc.sql("""
                                insert into ingest_offset as known (topic, part, next_offset)
                                values (:topic, :part, :next)
                                on conflict (topic, part) do update set next_offset = excluded.next_offset
                                 where known.next_offset = :expected
                                """)
                        .param("topic", flush.topic())
                        .param("part", flush.partition())
                        .param("next", flush.nextOffset())
                        .param("expected", flush.expectedOffset())
                        .update()
                == 1;
    }

    private void define(List<Series> definitions) {
        if (definitions.isEmpty()) {
            return;
        }
        int many = definitions.size();
        Long[] ids = new Long[many];
        String[] metrics = new String[many];
        String[] labels = new String[many];
        String[] sources = new String[many];
        for (int i = 0; i < many; i++) {
            Series series = definitions.get(i);
            ids[i] = series.id();
            metrics[i] = series.key().metric();
            labels[i] = labelsAsJson(series.key());
            sources[i] = series.source();
        }
        jdbc.sql("""
                        insert into series (id, metric, labels, source)
                        select id, metric, labels::jsonb, source
                          from unnest(:ids::bigint[], :metrics::text[], :labels::text[], :sources::text[])
                               as fresh (id, metric, labels, source)
                        on conflict (id) do nothing
                        """)
                .param("ids", ids)
                .param("metrics", metrics)
                .param("labels", labels)
                .param("sources", sources)
                .update();
    }

    private String labelsAsJson(SeriesKey key) {
        Map<String, String> map = new HashMap<>();
        key.labels().forEach(label -> map.put(label.name(), label.value()));
        return json.writeValueAsString(map);
    }

    /**
     * Makes room for segments that came late or early; those past their retention, or absurdly far ahead, are left
     * out.
     */
    private List<Segment> withRoom(List<Segment> segments) {
        Room known = room;
        List<Segment> kept = segments.stream()
                .filter(segment -> segment.startMs() >= known.cutMs() && segment.startMs() <= known.furthestMs())
                .toList();
        if (kept.size() < segments.size()) {
            LOG.atWarn()
                    .addKeyValue("segments", segments.size() - kept.size())
                    .log("rollups from outside the time that is kept were left out");
        }
        LongSummaryStatistics starts = kept.stream().mapToLong(Segment::startMs).summaryStatistics();
        if (!kept.isEmpty() && (starts.getMin() < known.fromMs() || starts.getMax() >= known.untilMs())) {
            ensurePartitions(Instant.ofEpochMilli(starts.getMin()), Instant.ofEpochMilli(starts.getMax() + 1));
        }
        return kept;
    }

    /** The times there is room for, epoch milliseconds; before the cut nothing is kept. */
    private record Room(long cutMs, long fromMs, long untilMs) {

        static final Room UNKNOWN = new Room(Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

        long furthestMs() {
            return untilMs == Long.MAX_VALUE
                    ? untilMs
                    : untilMs + Duration.ofDays(1).toMillis();
        }
    }

    private void copy(List<Segment> segments) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (PGCopyOutputStream out = new PGCopyOutputStream(
                connection.unwrap(PGConnection.class),
                "copy rollup_10s (series_id, t0, step_ms, last_ms, n, sum, min, max, last) from stdin (format binary)",
                COPY_BUFFER)) {
            SegmentRows.write(segments, out);
        } catch (SQLException | IOException e) {
            throw new org.springframework.dao.DataAccessResourceFailureException("the rollups could not be stored", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** Keeps points from long ago as they came, by series and hour; those past their time are left out. */
    private void backfill(Backfill points) {
        if (points.size() == 0) {
            return;
        }
        jdbc.sql("""
                        insert into backfill_point (series_id, t0, at_ms, value)
                        select series_id, date_bin('1 hour', to_timestamp(at_ms / 1000), timestamptz 'epoch'),
                               array_agg(at_ms), array_agg(value)
                          from unnest(:series::bigint[], :times::bigint[], :values::double precision[])
                               as point (series_id, at_ms, value)
                         where at_ms >= :cut
                         group by 1, 2
                        """)
                .param("series", points.seriesIds())
                .param("times", points.timesMs())
                .param("values", points.values())
                .param("cut", room.cutMs())
                .update();
    }

    /** Where the partition was folded to, if it ever was. */
    public OptionalLong nextOffset(String topic, int partition) {
        return jdbc.sql("select next_offset from ingest_offset where topic = :topic and part = :part")
                .param("topic", topic)
                .param("part", partition)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** All known series with their sources, oldest first. */
    public Map<SeriesKey, String> series() {
        return series(jdbc.sql("select metric, labels, source from series order by first_seen, id"));
    }

    /** The series that were first stored so short a time ago, oldest first. */
    public Map<SeriesKey, String> seriesOfLast(Duration time) {
        return series(jdbc.sql("""
                        select metric, labels, source from series
                         where first_seen > now() - :seconds * interval '1 second' order by first_seen, id
                        """).param("seconds", time.toSeconds()));
    }

    private Map<SeriesKey, String> series(JdbcClient.StatementSpec asked) {
        Map<SeriesKey, String> all = new LinkedHashMap<>();
        asked.query((ResultSet row) -> {
            List<Label> labels = new ArrayList<>();
            json.readTree(row.getString("labels"))
                    .properties()
                    .forEach(entry -> labels.add(
                            new Label(entry.getKey(), entry.getValue().asString())));
            all.put(new SeriesKey(row.getString("metric"), labels), row.getString("source"));
        });
        return all;
    }

    /** Timestamp of the newest stored point of each series that had one since then, epoch milliseconds by series id. */
    public Map<Long, Long> newestPoints(Instant since) {
        Map<Long, Long> newest = new HashMap<>();
        // Within a series times rise, so the newest point is in the segment that starts last: one look into the index
        // each.
        jdbc.sql("""
                        select id, newest from (
                               select id, greatest(
                                      (select last_ms from rollup_10s
                                        where series_id = series.id and t0 >= :since
                                        order by t0 desc, last_ms desc limit 1),
                                      (select last_ms from rollup_10s_block
                                        where series_id = series.id and t0 >= :since::timestamptz - interval '1 hour'
                                        order by t0 desc limit 1)) as newest
                                 from series) as known
                         where newest is not null
                        """)
                .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                .query((ResultSet row) -> {
                    newest.put(row.getLong("id"), row.getLong("newest"));
                });
        return newest;
    }

    /**
     * What is stored of these series, by id, in ten-second buckets that overlap the range: segments, and hours as
     * segments.
     */
    public List<Segment> segments(Collection<Long> seriesIds, TimeRange range) {
        return segments.read(seriesIds, range);
    }

    /** Makes room for rollups of the range and drops those older than the cut. */
    void keep(TimeRange range, Instant cut) {
        ensurePartitions(range.from(), range.until());
        tables.dropBefore(SEGMENTS, cut);
        room = new Room(
                cut.toEpochMilli(), range.from().toEpochMilli(), range.until().toEpochMilli());
    }

    private void ensurePartitions(Instant from, Instant until) {
        tables.makeRoom(SEGMENTS, from, until);
    }

    /** The secret of this installation's series ids. */
    long seriesSecret() {
        String hex = jdbc.sql("select value from installation where name = 'series-secret'")
                .query(String.class)
                .single();
        return Long.parseUnsignedLong(hex.substring(0, 16), 16);
    }
}
