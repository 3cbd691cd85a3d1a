package io.novacron.goc.telemetry;

import io.novacron.goc.db.TestingDatabase;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The store of rollups on a test's own database. */
public final class TestingStore {

    private TestingStore() {}

    public static RollupStore on(TestingDatabase database) {
        return new RollupStore(
                database.client(), database.dataSource(), new JdbcTransactionManager(database.dataSource()));
    }
}
