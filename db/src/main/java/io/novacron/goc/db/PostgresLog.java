package io.novacron.goc.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads why the server gave up. */
final class PostgresLog {

    private PostgresLog() {}

    /** The last error of the server's log in one line, with what to do about it where that is known. */
    static String lastWords(Path home) {
        Path log = home.resolve("postgres.log");
        try {
            List<String> errors = Files.readAllLines(log).stream()
                    .filter(line -> line.contains("FATAL") || line.contains("PANIC") || line.contains("ERROR"))
                    .toList();
            if (errors.isEmpty()) {
                return "see " + log;
            }
            String last = errors.getLast().strip();
            return last.contains("No space left on device")
                    ? last + "; free space on the disk, then start again"
                    : last + " (" + log + ")";
        } catch (IOException e) {
            return "its log cannot be read: " + e.getMessage();
        }
    }
}
