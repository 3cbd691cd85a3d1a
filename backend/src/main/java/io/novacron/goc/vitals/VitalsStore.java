package io.novacron.goc.vitals;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows how to ask the database for nothing. */
@Component
class VitalsStore {

    private final JdbcClient jdbc;

    VitalsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns when the database has answered.
     *
     * @throws org.springframework.dao.DataAccessException when it does not
     */
    void touch() {
        jdbc.sql("select 1").query(Integer.class).single();
    }
}
