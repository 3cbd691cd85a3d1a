package io.novacron.goc.ui.lists;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values of one facet with their counts, as the browser shows them.
 *
 * @param values the commonest first
 * @param more how many others there are
 */
record FacetValues(String key, String title, List<Value> values, int more) {

    static final int SHOWN_MOST = 40;

    /** @param wanted whether it is asked for */
    record Value(String value, int count, boolean wanted) {}

    /**
     * Takes the commonest. A value that is wanted is shown however rare it is, and in its place by its count: so a tick
     * moves no box, and the focus stays.
     */
    static <T> FacetValues of(Facet<T> facet, Map<String, Integer> counts, Asked asked) {
        Map<String, Integer> all = new HashMap<>(counts);
        asked.chosen().getOrDefault(facet.key(), Set.of()).forEach(value -> all.putIfAbsent(value, 0));
        List<String> commonestFirst = all.keySet().stream()
                .sorted(Comparator.<String, Integer>comparing(all::get, Comparator.reverseOrder())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<Value> shown = new ArrayList<>();
        for (int place = 0; place < commonestFirst.size(); place++) {
            String value = commonestFirst.get(place);
            boolean wanted = asked.wants(facet.key(), value);
            if (place < SHOWN_MOST || wanted) {
                shown.add(new Value(value, all.getOrDefault(value, 0), wanted));
            }
        }
        return new FacetValues(facet.key(), facet.title(), shown, commonestFirst.size() - shown.size());
    }
}
