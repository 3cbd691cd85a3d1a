package io.novacron.goc.db;

import io.novacron.goc.db.DatabaseSettings.Timescale;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Tells at once, in one line, when the external server cannot be used. */
final class ExternalPostgres {

    private static final int OLDEST = 15;

    private ExternalPostgres() {}

    /**
     * Connects once.
     *
     * @throws DatabaseException when the address is none, nothing answers within 5 s, or the server lacks what is
     *     asked for
     */
    static void check(String url, String user, String password, Timescale timescale) {
        String address = withoutParameters(url);
        if (!url.startsWith("jdbc:postgresql://")) {
            throw new DatabaseException(
                    "goc.database.url is '%s', which is no PostgreSQL address; write jdbc:postgresql://host:5432/database"
                            .formatted(address));
        }
        String bounded = url + (url.contains("?") ? "&" : "?") + "connectTimeout=5&loginTimeout=5&socketTimeout=5";
        try (Connection connection = DriverManager.getConnection(bounded, user, password)) {
            checkServer(connection, address, timescale);
        } catch (SQLException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("no answer");
            throw new DatabaseException(
                    "the database at %s cannot be used as %s: %s; check goc.database.url, username and password, and that it runs"
                            .formatted(address, user, reason),
                    e);
        }
    }

    private static void checkServer(Connection connection, String address, Timescale timescale) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select current_setting('server_version'),
                               exists (select from pg_available_extensions where name = 'timescaledb')
                               and (exists (select from pg_extension where extname = 'timescaledb')
                                    or current_setting('timescaledb.max_background_workers', true) is not null)
                        """)) {
            row.next();
            if (connection.getMetaData().getDatabaseMajorVersion() < OLDEST) {
                throw new DatabaseException("the database at %s is PostgreSQL %s, and %d or newer is needed; upgrade it"
                        .formatted(address, row.getString(1), OLDEST));
            }
            if (timescale == Timescale.REQUIRED && !row.getBoolean(2)) {
                throw new DatabaseException(
                        "goc.database.timescale is required, but the server at %s has not loaded timescaledb; %s"
                                .formatted(
                                        address,
                                        "add it to shared_preload_libraries, or set goc.database.timescale=auto"));
            }
        }
    }

    /** Parameters may hold a password, which belongs in no log. */
    private static String withoutParameters(String url) {
        int start = url.indexOf('?');
        return start < 0 ? url : url.substring(0, start);
    }
}
