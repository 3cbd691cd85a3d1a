package io.novacron.goc.telemetry;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The room in tables that grow with time, on every engine. */
final class TimeTableStore {

    private final JdbcClient jdbc;

    TimeTableStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes room for rows of these times, the last excluded. */
    void makeRoom(String table, Instant from, Instant until) {
        jdbc.sql("select goc_ensure_partitions(:table, :from, :until)")
                .param("table", table)
                .param("from", at(from))
                .param("until", at(until))
                .query(Integer.class)
                .single();
    }

    /** Drops the room that ended before the cut, with what is in it. */
    void dropBefore(String table, Instant cut) {
        drop("goc_drop_before", table, cut);
    }

    /** Drops the room that ended before the cut as far as it is empty. */
    void dropEmptied(String table, Instant cut) {
        drop("goc_drop_emptied", table, cut);
    }

    private void drop(String function, String table, Instant cut) {
        jdbc.sql("select %s(:table, :cut)".formatted(function))
                .param("table", table)
                .param("cut", at(cut))
                .query(Integer.class)
                .single();
    }

    /** A time as the database takes it. */
    static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
