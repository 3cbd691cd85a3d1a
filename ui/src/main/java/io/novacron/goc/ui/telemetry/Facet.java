package io.novacron.goc.ui.telemetry;

import io.novacron.goc.telemetry.Condition;
import io.novacron.goc.telemetry.Condition.Comparison;
import io.novacron.goc.telemetry.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A condition on one label, as people choose it.
 *
 * @param series how many series have it; -1 when it is not known
 */
record Facet(String label, Comparison kind, String value, long series) {

    private static final String SPECIAL = "\\.+*?()|[]{}^$";
    private static final long NOT_COUNTED = -1;

    /** For people: {@code zone=a (12)}. */
    String words() {
        String sign = switch (kind) {
            case EQUAL -> "=";
            case NOT_EQUAL -> "≠";
            case MATCHES -> " like ";
            case MATCHES_NOT -> " not like ";
        };
        String value = this.value.isEmpty() ? "(none)" : this.value;
        return label + sign + value + (series < 0 ? "" : " (%,d)".formatted(series));
    }

    boolean sameAs(Facet other) {
        return label.equals(other.label) && kind == other.kind && value.equals(other.value);
    }

    /** Every value of every label that the series have more than one of, those with most series first. */
    static List<Facet> of(List<Series> series) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        series.stream()
                .flatMap(each -> each.key().labels().stream())
                .forEach(label -> counts.computeIfAbsent(label.name(), name -> new TreeMap<>())
                        .merge(label.value(), 1L, Long::sum));
        List<Facet> facets = new ArrayList<>();
        counts.forEach((label, values) -> values.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Long> value) -> value.getValue())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .forEach(value -> facets.add(new Facet(label, Comparison.EQUAL, value.getKey(), value.getValue()))));
        return facets;
    }

    /** What a condition says: a pattern that only lists values is so many facets. */
    static Stream<Facet> of(Condition condition) {
        if (condition.comparison() == Comparison.MATCHES) {
            List<String> values = listed(condition.value());
            if (alternatives(values).equals(condition.value())) {
                return values.stream().map(value -> new Facet(condition.label(), Comparison.EQUAL, value, NOT_COUNTED));
            }
        }
        return Stream.of(new Facet(condition.label(), condition.comparison(), condition.value(), NOT_COUNTED));
    }

    /** The facets as conditions: several values of one label are one pattern that lists them. */
    static List<Condition> conditions(Iterable<Facet> facets) {
        Map<String, List<String>> equal = new LinkedHashMap<>();
        List<Condition> conditions = new ArrayList<>();
        for (Facet facet : facets) {
            if (facet.kind == Comparison.EQUAL) {
                equal.computeIfAbsent(facet.label, label -> new ArrayList<>()).add(facet.value);
            } else {
                conditions.add(new Condition(facet.label, facet.kind, facet.value));
            }
        }
        equal.forEach((label, values) -> conditions.add(
                values.size() == 1
                        ? new Condition(label, Comparison.EQUAL, values.getFirst())
                        : new Condition(label, Comparison.MATCHES, alternatives(values))));
        return conditions;
    }

    private static String alternatives(List<String> values) {
        return values.stream().map(Facet::quoted).collect(Collectors.joining("|"));
    }

    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder();
        value.chars().forEach(letter -> {
            if (SPECIAL.indexOf(letter) >= 0) {
                quoted.append('\\');
            }
            quoted.append((char) letter);
        });
        return quoted.toString();
    }

    /** What a pattern would list if it only lists values. */
    private static List<String> listed(String pattern) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char letter = pattern.charAt(i);
            if (letter == '\\' && i + 1 < pattern.length()) {
                value.append(pattern.charAt(++i));
            } else if (letter == '|') {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(letter);
            }
        }
        values.add(value.toString());
        return values;
    }
}
