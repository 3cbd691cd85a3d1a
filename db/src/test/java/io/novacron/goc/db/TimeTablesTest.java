package io.novacron.goc.db;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TimeTablesTest {

    @Test
    void partitionsAreMadeAheadAndDroppedWhenOld() {
        JdbcClient client = TestingDatabase.embedded().client();
        client.sql("select goc_create_time_table('sample', 'at timestamptz not null, v int', 'at', '1 hour')")
                .query()
                .singleRow();

        int made = client.sql("select goc_ensure_partitions('sample', '2026-01-01 00:30Z', '2026-01-01 03:00Z')")
                .query(Integer.class)
                .single();
        client.sql("insert into sample values ('2026-01-01 00:31Z', 1), ('2026-01-01 02:59Z', 2)")
                .update();
        int dropped = client.sql("select goc_drop_before('sample', '2026-01-01 02:00Z')")
                .query(Integer.class)
                .single();

        assertThat(made).isEqualTo(3);
        assertThat(dropped).isEqualTo(2);
        assertThat(client.sql("select v from sample").query(Integer.class).list())
                .containsExactly(2);
    }
}
