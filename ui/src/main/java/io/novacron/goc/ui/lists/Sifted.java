package io.novacron.goc.ui.lists;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What is left of a list, and how much each further choice would leave. A count of a facet is that of the rows that all
 * the other facets let through: so a second value of it says how many rows it would add.
 *
 * @param rows those that are wanted, in the order of the list
 * @param counts by the facet's key, by value
 * @param <T> a row
 */
record Sifted<T>(List<T> rows, Map<String, Map<String, Integer>> counts) {

    /**
     * Goes over the rows once.
     *
     * @param searched the texts of a row in which words are looked for
     */
    static <T> Sifted<T> of(List<T> all, List<Facet<T>> facets, List<Function<T, String>> searched, Asked asked) {
        List<String> words = asked.words();
        List<Set<String>> wanted = facets.stream()
                .map(facet -> asked.chosen().getOrDefault(facet.key(), Set.of()))
                .toList();
        List<Map<String, Integer>> counts = new ArrayList<>();
        facets.forEach(facet -> counts.add(new HashMap<>()));
        List<T> rows = new ArrayList<>();
        String[] values = new String[facets.size()];
        for (T row : all) {
            if (!hasAll(words, searched, row)) {
                continue;
            }
            int misses = 0;
            int missed = -1;
            for (int facet = 0; facet < values.length; facet++) {
                values[facet] = facets.get(facet).value().apply(row);
                if (!wanted.get(facet).isEmpty() && !wanted.get(facet).contains(values[facet])) {
                    misses++;
                    missed = facet;
                }
            }
            if (misses == 0) {
                rows.add(row);
                for (int facet = 0; facet < values.length; facet++) {
                    counts.get(facet).merge(values[facet], 1, Integer::sum);
                }
            } else if (misses == 1) {
                counts.get(missed).merge(values[missed], 1, Integer::sum);
            }
        }
        Map<String, Map<String, Integer>> byKey = new HashMap<>();
        for (int facet = 0; facet < values.length; facet++) {
            byKey.put(facets.get(facet).key(), counts.get(facet));
        }
        return new Sifted<>(rows, byKey);
    }

    /** How many rows each value of a facet has, or would add. */
    Map<String, Integer> countsOf(Facet<T> facet) {
        return counts.getOrDefault(facet.key(), Map.of());
    }

    private static <T> boolean hasAll(List<String> words, List<Function<T, String>> searched, T row) {
        for (String word : words) {
            boolean found = false;
            for (int text = 0; text < searched.size() && !found; text++) {
                found = holds(searched.get(text).apply(row), word);
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text has the word, whatever its case; makes no copy of the text, of which there may be many. */
    private static boolean holds(String text, String lowerCaseWord) {
        char first = lowerCaseWord.charAt(0);
        int last = text.length() - lowerCaseWord.length();
        for (int at = 0; at <= last; at++) {
            if (Character.toLowerCase(text.charAt(at)) == first
                    && text.regionMatches(true, at, lowerCaseWord, 0, lowerCaseWord.length())) {
                return true;
            }
        }
        return false;
    }
}
