package io.novacron.goc.streaming;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database holds of a metric: how many points, and their sum. */
public record Stored(long points, double sum) {

    public static Stored of(String metric, JdbcClient jdbc) {
        return jdbc.sql("""
                        select coalesce(sum(n), 0) as points, coalesce(sum(bucket.sum), 0) as sum
                          from rollup_10s_bucket as bucket join series on series.id = bucket.series_id
                         where metric = :metric
                        """)
                .param("metric", metric)
                .query((row, number) -> new Stored(row.getLong("points"), row.getDouble("sum")))
                .single();
    }
}
