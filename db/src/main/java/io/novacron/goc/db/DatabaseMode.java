package io.novacron.goc.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * Which database is in force.
 *
 * @param engine how the history is kept; fixed when the schema was first made
 * @param version of the server, and of TimescaleDB where it is used
 */
public record DatabaseMode(Engine engine, String version, boolean embedded, String address) {

    /** How history is kept on this server. */
    public enum Engine {
        /** Plain PostgreSQL: declarative partitions. */
        NATIVE("PostgreSQL partitions"),
        /** TimescaleDB, Apache edition: hypertables; compression and retention by our own jobs. */
        APACHE("TimescaleDB hypertables (Apache edition)"),
        /** TimescaleDB, Community edition: hypertables, columnstore and policies. */
        TSL("TimescaleDB hypertables and columnstore (Community edition)");

        private final String title;

        Engine(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /**
     * Refuses to go on when another engine is wanted than the one the schema was made for: history does not move by
     * itself.
     */
    void check(DatabaseSettings.Timescale wanted) {
        boolean plain = engine == Engine.NATIVE;
        if (wanted == DatabaseSettings.Timescale.REQUIRED && plain
                || wanted == DatabaseSettings.Timescale.OFF && !plain) {
            throw new DatabaseException(
                    "goc.database.timescale is %s, but the database at %s was made with %s, and that is fixed when the schema is made; set it to auto, or use a new database"
                            .formatted(wanted.name().toLowerCase(Locale.ROOT), address, engine.title()));
        }
    }

    static DatabaseMode read(DataSource dataSource, boolean embedded) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select mode, current_setting('server_version'),
                               (select extversion from pg_extension where extname = 'timescaledb')
                          from timescale_mode
                        """)) {
            row.next();
            Engine engine = Engine.valueOf(row.getString(1).toUpperCase(Locale.ROOT));
            String timescale = row.getString(3);
            String version = "PostgreSQL " + row.getString(2) + (timescale == null ? "" : ", TimescaleDB " + timescale);
            String address = connection.getMetaData().getURL().replaceFirst("\\?.*", "");
            return new DatabaseMode(engine, version, embedded, address);
        } catch (SQLException e) {
            throw new DatabaseException("the mode of the database cannot be read: " + e.getMessage(), e);
        }
    }
}
