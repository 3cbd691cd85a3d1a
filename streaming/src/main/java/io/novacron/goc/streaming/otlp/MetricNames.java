package io.novacron.goc.streaming.otlp;

import java.util.Locale;
import java.util.Map;

/**
 * Names of OpenTelemetry as Prometheus writes them: characters that it does not know become an underscore, the unit is
 * a suffix, and a counter ends with {@code _total}. Source: OpenTelemetry specification, "Prometheus and OpenMetrics
 * Compatibility".
 */
final class MetricNames {

    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("d", "days"),
            Map.entry("h", "hours"),
            Map.entry("min", "minutes"),
            Map.entry("s", "seconds"),
            Map.entry("ms", "milliseconds"),
            Map.entry("us", "microseconds"),
            Map.entry("ns", "nanoseconds"),
            Map.entry("By", "bytes"),
            Map.entry("KiBy", "kibibytes"),
            Map.entry("MiBy", "mebibytes"),
            Map.entry("GiBy", "gibibytes"),
            Map.entry("KBy", "kilobytes"),
            Map.entry("MBy", "megabytes"),
            Map.entry("GBy", "gigabytes"),
            Map.entry("m", "meters"),
            Map.entry("V", "volts"),
            Map.entry("A", "amperes"),
            Map.entry("J", "joules"),
            Map.entry("W", "watts"),
            Map.entry("g", "grams"),
            Map.entry("Cel", "celsius"),
            Map.entry("Hz", "hertz"),
            Map.entry("%", "percent"));

    private static final Map<String, String> PER =
            Map.of("s", "second", "m", "minute", "min", "minute", "h", "hour", "d", "day");

    private MetricNames() {}

    /** What a metric counts, as far as its name tells it. */
    enum Kind {
        GAUGE,
        COUNTER,
        OTHER
    }

    /** The name of the series, or of their family. */
    static String metric(String name, String unit, Kind kind) {
        StringBuilder full = new StringBuilder(clean(name, true));
        String suffix = unit(unit, kind);
        boolean total = kind == Kind.COUNTER;
        if (total && full.length() > 6 && full.toString().endsWith("_total")) {
            full.setLength(full.length() - "_total".length());
        }
        if (!suffix.isEmpty() && !("_" + full + "_").contains("_" + suffix + "_")) {
            full.append('_').append(suffix);
        }
        return total ? full.append("_total").toString() : full.toString();
    }

    private static String unit(String unit, Kind kind) {
        String plain = unit.replaceAll("\\{[^}]*}", "");
        if (plain.equals("1")) {
            return kind == Kind.GAUGE ? "ratio" : "";
        }
        int slash = plain.indexOf('/');
        if (slash < 0) {
            return word(UNITS, plain);
        }
        String per = word(PER, plain.substring(slash + 1));
        String of = word(UNITS, plain.substring(0, slash));
        return per.isEmpty() ? of : of.isEmpty() ? "per_" + per : of + "_per_" + per;
    }

    private static String word(Map<String, String> words, String unit) {
        return clean(words.getOrDefault(unit, unit), false);
    }

    /** The name of a label. */
    static String label(String key) {
        return clean(key, false);
    }

    private static String clean(String name, boolean colons) {
        StringBuilder clean = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char here = name.charAt(i);
            boolean known = here >= 'a' && here <= 'z'
                    || here >= 'A' && here <= 'Z'
                    || here >= '0' && here <= '9'
                    || colons && here == ':';
            if (known) {
                clean.append(here);
            } else if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != '_') {
                clean.append('_');
            }
        }
        int end = clean.length();
        while (end > 0 && clean.charAt(end - 1) == '_') {
            end--;
        }
        clean.setLength(end);
        boolean digit = !clean.isEmpty() && Character.isDigit(clean.charAt(0));
        return digit ? "_" + clean : clean.toString();
    }

    /** A word in lower case, for reasons and messages. */
    static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
