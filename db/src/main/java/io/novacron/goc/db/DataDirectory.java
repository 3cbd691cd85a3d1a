package io.novacron.goc.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the embedded servers keep what must survive a restart.
 *
 * @param dataDirectory folder for the embedded database and broker; relative paths start at the working directory
 */
@ConfigurationProperties("goc")
public record DataDirectory(@DefaultValue("data") Path dataDirectory) {

    /** Returns the named folder in the data directory, made if need be. */
    public Path folder(String name) {
        Path folder = dataDirectory.toAbsolutePath().normalize().resolve(name);
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new DatabaseException(
                    "the data directory %s cannot be written; give another one by goc.data-directory".formatted(folder),
                    e);
        }
    }
}
