package io.novacron.goc.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same migrations on a server that has loaded TimescaleDB; docs/rooms/database.md says how to come by one. */
@EnabledIfEnvironmentVariable(
        named = "GOC_TIMESCALE_URL",
        matches = "jdbc:postgresql://.+",
        disabledReason = "GOC_TIMESCALE_URL names no server with TimescaleDB")
class TimescaleTest {

    private static final String NAME = "goc_timescale_test";

    private PGSimpleDataSource source = TestingDatabase.timescale("");
    private JdbcClient client = JdbcClient.create(source);

    @BeforeEach
    void migrateAnEmptyDatabase() {
        client.sql("drop database if exists %s with (force)".formatted(NAME)).update();
        client.sql("create database %s template template0".formatted(NAME)).update();
        source = TestingDatabase.timescale(NAME);
        client = JdbcClient.create(source);
        TestingDatabase.migrate(source, "required");
    }

    @Test
    void everyTimeTableIsAHypertableAndOldChunksGo() {
        DatabaseMode mode = DatabaseMode.read(source, false);
        assertThat(mode.engine()).isNotEqualTo(DatabaseMode.Engine.NATIVE);
        assertThat(mode.version()).contains("TimescaleDB");
        assertThat(client.sql("select hypertable_name from timescaledb_information.hypertables order by 1")
                        .query(String.class)
                        .list())
                .isEqualTo(client.sql("select name from time_table order by 1")
                        .query(String.class)
                        .list())
                .contains("rollup_10s", "health_minute");
        assertThat(client.sql("select goc_ensure_partitions('rollup_10s', '2026-01-01Z', '2026-01-02Z')")
                        .query(Integer.class)
                        .single())
                .isZero();

        for (String hour : new String[] {"00", "01", "05"}) {
            client.sql("""
                            insert into rollup_10s (series_id, t0, step_ms, last_ms, n, sum, min, max, last)
                            values (1, '2026-01-01 %s:00Z', 10000, 0, '{2}', '{3}', '{1}', '{2}', '{2}')
                            """.formatted(hour)).update();
        }
        int dropped = client.sql("select goc_drop_before('rollup_10s', '2026-01-01 02:00Z')")
                .query(Integer.class)
                .single();

        assertThat(dropped).isEqualTo(2);
        assertThat(client.sql("select sum from rollup_10s_bucket")
                        .query(Double.class)
                        .list())
                .containsExactly(3.0);
    }

    @Test
    void theCommunityEditionCompressesTiersBySeriesAndDropsByItselfWhatIsTooOld() {
        assumeThat(client.sql("select mode from timescale_mode")
                        .query(String.class)
                        .single())
                .as("the edition of the server")
                .isEqualTo("tsl");

        boolean retains = client.sql("select goc_retain('rollup_1m', interval '60 days')")
                .query(Boolean.class)
                .single();
        client.sql("select goc_retain('rollup_1m', interval '90 days')")
                .query(Boolean.class)
                .single();

        assertThat(retains).isTrue();
        assertThat(jobs("policy_retention", "config ->> 'drop_after'")).containsExactly("rollup_1m 90 days");
        assertThat(jobs("policy_compression", "''"))
                .contains("rollup_10s_block ", "rollup_1m ", "rollup_1h ", "sketch_1m ")
                .doesNotContain("rollup_10s ");
        assertThat(client.sql("""
                                select distinct segmentby from timescaledb_information.hypertable_columnstore_settings
                                 where hypertable::text like 'rollup_1%' and hypertable <> 'rollup_10s'::regclass
                                """).query(String.class).list()).containsExactly("series_id");
    }

    private List<String> jobs(String policy, String detail) {
        return client.sql("""
                        select hypertable_name || ' ' || (%s) from timescaledb_information.jobs
                         where proc_name = :policy order by 1
                        """.formatted(detail))
                .param("policy", policy)
                .query(String.class)
                .list();
    }

    @Test
    void theLedgerIsTheSameBySumsOfHoursAndByMinutes() {
        client.sql("""
                        insert into health_minute
                        select region, minute, 100, 1, 60, 0, 0, 0, 0
                          from unnest(array['ap-tokyo', 'eu-paris']) as region,
                               generate_series(timestamptz '2026-01-01 00:00Z', '2026-01-01 05:59Z', interval '1 minute') as minute
                        """).update();
        boolean sumsHours = DatabaseMode.read(source, false).engine() == DatabaseMode.Engine.TSL;
        if (sumsHours) {
            client.sql("call refresh_continuous_aggregate('health_hour', '2026-01-01 00:00Z', '2026-01-01 03:00Z')")
                    .update();
            client.sql("select compress_chunk(show_chunks('health_minute'))")
                    .query(String.class)
                    .list();
        }

        double requests = client.sql("""
                        select sum(requests) from health_ledger('2026-01-01 00:10Z', '2026-01-01 04:20Z') where region = 'eu-paris'
                        """).query(Double.class).single();
        int hours = sumsHours
                ? client.sql("select count(*) from health_hour where region = 'eu-paris'")
                        .query(Integer.class)
                        .single()
                : 6;

        assertThat(requests).isEqualTo(250 * 100.0);
        assertThat(hours).isEqualTo(6);
    }
}
