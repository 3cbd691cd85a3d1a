package io.novacron.goc.intelligence;

import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Learnt hours in the database. */
@Component
class BaselineStore {

    private final JdbcClient jdbc;

    BaselineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(List<LearntHour> hours) {
        jdbc.sql("""
                        insert into baseline_hour (series_id, hour_start, median, mad, samples)
                        select * from unnest(:ids::bigint[], :hours::text[]::timestamptz[], :medians::float8[], :mads::float8[],
                                             :samples::integer[])
                        on conflict (hour_start, series_id) do update
                           set median = excluded.median, mad = excluded.mad, samples = excluded.samples
                        """)
                .param("ids", hours.stream().map(LearntHour::seriesId).toArray(Long[]::new))
                .param(
                        "hours",
                        hours.stream().map(hour -> hour.hourStart().toString()).toArray(String[]::new))
                .param(
                        "medians",
                        hours.stream().map(hour -> hour.baseline().median()).toArray(Double[]::new))
                .param("mads", hours.stream().map(hour -> hour.baseline().mad()).toArray(Double[]::new))
                .param(
                        "samples",
                        hours.stream().map(hour -> hour.baseline().samples()).toArray(Integer[]::new))
                .update();
    }

    /** The usual behaviour of every series at that UTC hour of the day, over the days since then. */
    Map<Long, Baseline> atHour(int hourOfDay, Instant since) {
        Map<Long, Baseline> usual = new HashMap<>();
        jdbc.sql("""
                        select series_id,
                               percentile_cont(0.5) within group (order by median) as median,
                               percentile_cont(0.5) within group (order by mad) as mad,
                               sum(samples)::integer as samples
                          from baseline_hour
                         where hour_start >= :since and extract(hour from hour_start at time zone 'UTC') = :hour
                         group by series_id
                        """).param("since", utc(since)).param("hour", hourOfDay).query((ResultSet row) -> {
            usual.put(
                    row.getLong("series_id"),
                    new Baseline(row.getDouble("median"), row.getDouble("mad"), row.getInt("samples")));
        });
        return usual;
    }

    Optional<Instant> newestHour() {
        return jdbc.sql("select hour_start from baseline_hour order by hour_start desc limit 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void dropBefore(Instant cut) {
        jdbc.sql("delete from baseline_hour where hour_start < :cut")
                .param("cut", utc(cut))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
