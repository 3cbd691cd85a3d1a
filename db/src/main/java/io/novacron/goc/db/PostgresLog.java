package io.novacron.goc.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads why the server gave up. */
final class PostgresLog {

    private static final Pattern ERROR = Pattern.compile("FATAL|PANIC|ERROR|error:");
    /** What it answers to those who come too early. */
    private static final String STARTING = "the database system is starting up";

    private static final String DISK_FULL = "No space left on device";

    private PostgresLog() {}

    /** The last error of the server's log in one line, with what to do about it where that is known. */
    static String lastWords(Path log) {
        try {
            return lastError(Files.readAllLines(log)).orElse("no error in its log") + " (" + log + ")";
        } catch (IOException e) {
            return "its log cannot be read: " + e.getMessage();
        }
    }

    /** The error that stopped the server: that the disk is full if it is said anywhere, else the last one. */
    static Optional<String> lastError(List<String> lines) {
        List<String> errors = lines.stream()
                .filter(line -> ERROR.matcher(line).find() && !line.contains(STARTING))
                .map(String::strip)
                .toList();
        Optional<String> full =
                errors.stream().filter(line -> line.contains(DISK_FULL)).findFirst();
        return full.map(PostgresLog::advised)
                .or(() -> errors.isEmpty() ? Optional.empty() : Optional.of(errors.getLast()));
    }

    /** The message, with what to do where the disk is full. */
    static String advised(String message) {
        return message.contains(DISK_FULL)
                ? message + "; the disk is full: free space on it, then start again"
                : message;
    }
}
