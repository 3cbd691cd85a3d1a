package io.novacron.goc.db;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which PostgreSQL holds the facts.
 *
 * @param url JDBC address of an external server, {@code jdbc:postgresql://host:5432/name}; without it the embedded
 *     server is used
 * @param username user of the external server
 * @param password password of the external server
 * @param port port of the embedded server on loopback; 0 takes a free one
 * @param timescale whether TimescaleDB is used: {@code auto} when the server offers it, {@code off} never, {@code
 *     required} or fail
 * @param extensionDirectory folder with {@code share} and {@code lib} of a TimescaleDB built for PostgreSQL 18, for
 *     the embedded server
 * @param startTimeout how long the server may take until it answers
 */
@ConfigurationProperties("goc.database")
public record DatabaseSettings(
        @Nullable String url,
        @DefaultValue("ops") String username,
        @DefaultValue("") String password,
        @DefaultValue("0") int port,
        @DefaultValue("auto") Timescale timescale,
        @Nullable Path extensionDirectory,
        @DefaultValue("60s") Duration startTimeout) {

    /** Whether TimescaleDB is wanted. */
    public enum Timescale {
        AUTO,
        OFF,
        REQUIRED
    }
}
