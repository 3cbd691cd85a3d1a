package io.novacron.goc.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** Chooses the server: the embedded one, or the external one that {@code goc.database.url} names. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DatabaseSettings.class, DataDirectory.class})
class DatabaseConfiguration {

    /** The embedded server, when no external one is named. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "goc.database.url", matchIfMissing = true, havingValue = "embedded")
    static class Embedded {

        @Bean(destroyMethod = "close")
        EmbeddedPostgres embeddedPostgres(DatabaseSettings settings, DataDirectory data) {
            return EmbeddedPostgres.start(new EmbeddedPostgres.Plan(
                    data.folder("postgres"),
                    data.folder("programs"),
                    settings.port(),
                    settings.extensionDirectory(),
                    List.of(),
                    settings.startTimeout()));
        }

        @Bean
        JdbcConnectionDetails databaseConnection(EmbeddedPostgres postgres) {
            return new Address(postgres.url(), postgres.user(), postgres.password());
        }
    }

    /** The external server, checked before anything else tries to use it. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "goc.database.url")
    static class External {

        @Bean
        JdbcConnectionDetails databaseConnection(DatabaseSettings settings) {
            String url = String.valueOf(settings.url());
            ExternalPostgres.check(url, settings.username(), settings.password());
            return new Address(url, settings.username(), settings.password());
        }
    }

    @Bean
    @DependsOn("flywayInitializer")
    DatabaseMode databaseMode(DataSource dataSource, DatabaseSettings settings) {
        return DatabaseMode.read(dataSource, settings.url() == null);
    }

    /** Where and as whom to connect. */
    private record Address(String url, String username, String password) implements JdbcConnectionDetails {

        @Override
        public @Nullable String getUsername() {
            return username;
        }

        @Override
        public @Nullable String getPassword() {
            return password;
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }
    }

    /** Tells at once, in one line, when the external server cannot be used. */
    static final class ExternalPostgres {

        private ExternalPostgres() {}

        static void check(String url, String user, String password) {
            if (!url.startsWith("jdbc:postgresql://")) {
                throw new DatabaseException(
                        "goc.database.url is '%s', which is no PostgreSQL address; write jdbc:postgresql://host:5432/database"
                                .formatted(url));
            }
            String separator = url.contains("?") ? "&" : "?";
            String bounded = url + separator + "connectTimeout=5&loginTimeout=5";
            try (Connection connection = DriverManager.getConnection(bounded, user, password)) {
                if (!connection.isValid(5)) {
                    throw new SQLException("the connection is not valid");
                }
            } catch (SQLException e) {
                throw new DatabaseException(
                        "the database at %s cannot be used as %s: %s; check goc.database.url, username and password, and that it runs"
                                .formatted(
                                        url,
                                        user,
                                        String.valueOf(e.getMessage())
                                                .lines()
                                                .findFirst()
                                                .orElse("no answer")),
                        e);
            }
        }
    }
}
