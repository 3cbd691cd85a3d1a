package io.novacron.goc.availability;

import io.novacron.goc.kernel.Health;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes of state and the ledger of minutes in the database. */
@Component
class HealthStore {

    private static final String SUMS = """
            count(distinct region)::integer as regions, coalesce(sum(requests), 0) as requests,
            coalesce(sum(failed), 0) as failed, coalesce(sum(ok_s), 0) as ok_s,
            coalesce(sum(degraded_s), 0) as degraded_s, coalesce(sum(critical_s), 0) as critical_s,
            coalesce(sum(maintenance_s), 0) as maintenance_s, coalesce(sum(unknown_s), 0) as unknown_s
            """;

    private final JdbcClient jdbc;

    HealthStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void append(List<HealthChanged> changes) {
        jdbc.sql("""
                        insert into health_change (region, zone, from_state, to_state, occurred_at, reason)
                        select * from unnest(:regions::text[], :zones::text[], :froms::text[], :tos::text[],
                                             :times::text[]::timestamptz[], :reasons::text[])
                        """)
                .param(
                        "regions",
                        texts(changes, change -> change.place().region().value()))
                .param("zones", texts(changes, change -> change.place().zone()))
                .param("froms", texts(changes, change -> change.from().name()))
                .param("tos", texts(changes, change -> change.to().name()))
                .param("times", texts(changes, change -> change.occurredAt().toString()))
                .param("reasons", texts(changes, HealthChanged::reason))
                .update();
    }

    /** The state that each place was last known to be in. */
    Map<Place, Health> lastStates() {
        Map<Place, Health> states = new HashMap<>();
        jdbc.sql("""
                        select distinct on (region, zone) region, zone, to_state
                          from health_change
                         order by region, zone, occurred_at desc, id desc
                        """).query((ResultSet row) -> {
            states.put(
                    new Place(new RegionId(row.getString("region")), row.getString("zone"), null),
                    Health.valueOf(row.getString("to_state")));
        });
        return states;
    }

    /** Changes of a region and its zones, newest first. */
    List<HealthChanged> changes(Place place, TimeRange range, int most) {
        return jdbc.sql("""
                        select region, zone, from_state, to_state, occurred_at, reason
                          from health_change
                         where region = :region and (:zone::text is null or zone = :zone)
                           and occurred_at >= :from and occurred_at < :until
                         order by occurred_at desc, id desc limit :most
                        """)
                .param("region", place.region().value())
                .param("zone", place.zone())
                .param("from", utc(range.from()))
                .param("until", utc(range.until()))
                .param("most", most)
                .query((row, number) -> change(row))
                .list();
    }

    /** Changes of all regions, without those of zones, newest first. */
    List<HealthChanged> regionChanges(TimeRange range, int most) {
        return jdbc.sql("""
                        select region, zone, from_state, to_state, occurred_at, reason
                          from health_change
                         where zone is null and occurred_at >= :from and occurred_at < :until
                         order by occurred_at desc, id desc limit :most
                        """)
                .param("from", utc(range.from()))
                .param("until", utc(range.until()))
                .param("most", most)
                .query((row, number) -> change(row))
                .list();
    }

    private static HealthChanged change(ResultSet row) throws SQLException {
        return new HealthChanged(
                new Place(new RegionId(row.getString("region")), row.getString("zone"), null),
                Health.valueOf(row.getString("from_state")),
                Health.valueOf(row.getString("to_state")),
                row.getTimestamp("occurred_at").toInstant(),
                row.getString("reason"));
    }

    /** Adds the minutes to those stored: a minute that a restart cut in two is one row. */
    void add(List<LedgerMinute> minutes) {
        jdbc.sql("""
                        insert into health_minute as known (region, minute, requests, failed, ok_s, degraded_s, critical_s,
                                                            maintenance_s, unknown_s)
                        select * from unnest(:regions::text[], :minutes::text[]::timestamptz[], :requests::float8[],
                                             :failed::float8[], :ok::float8[], :degraded::float8[], :critical::float8[],
                                             :maintenance::float8[], :unknown::float8[])
                        on conflict (minute, region) do update
                           set requests = known.requests + excluded.requests, failed = known.failed + excluded.failed,
                               ok_s = known.ok_s + excluded.ok_s, degraded_s = known.degraded_s + excluded.degraded_s,
                               critical_s = known.critical_s + excluded.critical_s,
                               maintenance_s = known.maintenance_s + excluded.maintenance_s,
                               unknown_s = known.unknown_s + excluded.unknown_s
                        """)
                .param("regions", texts(minutes, minute -> minute.region().value()))
                .param("minutes", texts(minutes, minute -> minute.minute().toString()))
                .param("requests", numbers(minutes, LedgerMinute::requests))
                .param("failed", numbers(minutes, LedgerMinute::failed))
                .param("ok", numbers(minutes, minute -> minute.seconds()[Health.OK.ordinal()]))
                .param("degraded", numbers(minutes, minute -> minute.seconds()[Health.DEGRADED.ordinal()]))
                .param("critical", numbers(minutes, minute -> minute.seconds()[Health.CRITICAL.ordinal()]))
                .param("maintenance", numbers(minutes, minute -> minute.seconds()[Health.MAINTENANCE.ordinal()]))
                .param("unknown", numbers(minutes, minute -> minute.seconds()[Health.UNKNOWN.ordinal()]))
                .update();
    }

    /** All of the range, of one region or of all. */
    LedgerSums sums(TimeRange range, @Nullable RegionId region) {
        return jdbc.sql("select " + SUMS + """
                          from health_ledger(:from, :until)
                         where :region::text is null or region = :region
                        """)
                .param("from", utc(range.from()))
                .param("until", utc(range.until()))
                .param("region", region == null ? null : region.value())
                .query((row, number) -> sums(row))
                .single();
    }

    Map<RegionId, LedgerSums> sumsByRegion(TimeRange range) {
        Map<RegionId, LedgerSums> sums = new HashMap<>();
        jdbc.sql("select region, " + SUMS + """
                          from health_ledger(:from, :until) group by region
                        """)
                .param("from", utc(range.from()))
                .param("until", utc(range.until()))
                .query((ResultSet row) -> {
                    sums.put(new RegionId(row.getString("region")), sums(row));
                });
        return sums;
    }

    /**
     * The minutes of all regions in steps of so many seconds from the start of the range, by the number of the step.
     */
    Map<Integer, LedgerSums> sumsByStep(TimeRange range, double stepSeconds) {
        Map<Integer, LedgerSums> sums = new HashMap<>();
        jdbc.sql("select floor(extract(epoch from minute - :from::timestamptz) / :step)::integer as step, " + SUMS
                        + """
                          from health_minute where minute >= :from and minute < :until group by 1
                        """)
                .param("from", utc(range.from()))
                .param("until", utc(range.until()))
                .param("step", stepSeconds)
                .query((ResultSet row) -> {
                    sums.put(row.getInt("step"), sums(row));
                });
        return sums;
    }

    private static LedgerSums sums(ResultSet row) throws SQLException {
        double[] seconds = new double[Health.values().length];
        for (Health state : Health.values()) {
            seconds[state.ordinal()] = row.getDouble(state.word() + "_s");
        }
        return new LedgerSums(row.getInt("regions"), row.getDouble("requests"), row.getDouble("failed"), seconds);
    }

    /** Makes room for minutes of the range and drops what is older than the cut. */
    void keep(TimeRange range, Instant cut) {
        jdbc.sql("select goc_ensure_partitions('health_minute', :from, :until)")
                .param("from", utc(range.from()))
                .param("until", utc(range.until()))
                .query(Integer.class)
                .single();
        jdbc.sql("select goc_drop_before('health_minute', :cut)")
                .param("cut", utc(cut))
                .query(Integer.class)
                .single();
        jdbc.sql("select health_forget_hours(:cut)")
                .param("cut", utc(cut))
                .query(Integer.class)
                .single();
        jdbc.sql("delete from health_change where occurred_at < :cut")
                .param("cut", utc(cut))
                .update();
    }

    private static <T> String[] texts(List<T> rows, Function<T, @Nullable String> column) {
        String[] texts = new String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = column.apply(rows.get(i));
        }
        return texts;
    }

    private static <T> Double[] numbers(List<T> rows, ToDoubleFunction<T> column) {
        return rows.stream().mapToDouble(column).boxed().toArray(Double[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
