package io.novacron.goc.db;

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
            if (settings.timescale() == DatabaseSettings.Timescale.REQUIRED && settings.extensionDirectory() == null) {
                throw new DatabaseException(
                        "goc.database.timescale is required, but the embedded server has none; name its folder by goc.database.extension-directory, or an external server by goc.database.url");
            }
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
            ExternalPostgres.check(url, settings.username(), settings.password(), settings.timescale());
            return new Address(url, settings.username(), settings.password());
        }
    }

    @Bean
    @DependsOn("flywayInitializer")
    DatabaseMode databaseMode(DataSource dataSource, DatabaseSettings settings) {
        DatabaseMode mode = DatabaseMode.read(dataSource, settings.url() == null);
        mode.check(settings.timescale());
        return mode;
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
}
