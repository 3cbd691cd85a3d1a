package io.novacron.goc.streaming.lines;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A line of Graphite's plain text: a path, a value and seconds since 1970, of which -1 means the moment it comes. Tags
 * may follow the path, {@code cpu.load;host=a;zone=b}. Source: Graphite's documentation, "Feeding in your data" and
 * "Tag support".
 *
 * @param timeMs epoch milliseconds; -1 means the moment it comes
 */
record GraphiteLine(String path, Map<String, String> tags, double value, long timeMs) {

    /** The line, or {@code null} when it is none. */
    static @Nullable GraphiteLine read(String line) {
        String[] words = line.strip().split("\\s+");
        if (words.length < 2 || words.length > 3) {
            return null;
        }
        try {
            double value = Double.parseDouble(words[1]);
            double seconds = words.length == 2 ? -1 : Double.parseDouble(words[2]);
            String[] parts = words[0].split(";");
            Map<String, String> tags = new TreeMap<>();
            for (int i = 1; i < parts.length; i++) {
                int equals = parts[i].indexOf('=');
                if (equals <= 0) {
                    return null;
                }
                tags.put(parts[i].substring(0, equals), parts[i].substring(equals + 1));
            }
            return parts.length == 0 || parts[0].isEmpty()
                    ? null
                    : new GraphiteLine(parts[0], tags, value, seconds < 0 ? -1 : Math.round(seconds * 1e3));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
