package io.novacron.goc.ui.lists;

import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is asked of a list, as its address says it.
 *
 * @param text words that a row must have, all of them; at most {@value #TEXT_LONGEST} characters
 * @param chosen the values that are wanted, by the facet's key; a facet without any lets all through
 * @param hidden keys of the columns that are not shown
 */
public record Asked(String text, Map<String, Set<String>> chosen, Set<String> hidden) {

    public static final int TEXT_LONGEST = 200;
    private static final String TEXT = "q";
    private static final String HIDDEN = "hide";

    /** Everything. */
    public static final Asked ALL = new Asked("", Map.of(), Set.of());

    public Asked {
        text = text.length() > TEXT_LONGEST ? text.substring(0, TEXT_LONGEST) : text;
        Map<String, Set<String>> sorted = new TreeMap<>();
        chosen.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                sorted.put(facet, Set.copyOf(values));
            }
        });
        chosen = Map.copyOf(sorted);
        hidden = Set.copyOf(hidden);
    }

    /** Reads an address; what it says of other things is left alone. */
    static Asked of(QueryParameters address, Collection<String> facets) {
        Map<String, Set<String>> chosen = new LinkedHashMap<>();
        for (String facet : facets) {
            chosen.put(facet, new TreeSet<>(address.getParameters(facet)));
        }
        return new Asked(
                address.getSingleParameter(TEXT).orElse(""), chosen, new TreeSet<>(address.getParameters(HIDDEN)));
    }

    /** Whether an address asks for more text than a filter takes. */
    static boolean isTooLong(QueryParameters address) {
        return address.getSingleParameter(TEXT).orElse("").length() > TEXT_LONGEST;
    }

    /** The address with this asked, and the rest of it as it was. */
    QueryParameters in(QueryParameters address, Collection<String> facets) {
        List<String> own = new ArrayList<>(facets);
        own.add(TEXT);
        own.add(HIDDEN);
        Map<String, List<String>> more = new TreeMap<>();
        chosen.forEach((facet, values) -> more.put(facet, List.copyOf(new TreeSet<>(values))));
        if (!text.isBlank()) {
            more.put(TEXT, List.of(text));
        }
        if (!hidden.isEmpty()) {
            more.put(HIDDEN, List.copyOf(new TreeSet<>(hidden)));
        }
        return address.excluding(own.toArray(String[]::new)).mergingAll(more);
    }

    Asked withText(String other) {
        return new Asked(other, chosen, hidden);
    }

    /** With a value of a facet wanted, or no longer. */
    Asked with(String facet, String value, boolean wanted) {
        Map<String, Set<String>> other = new TreeMap<>(chosen);
        Set<String> values = new TreeSet<>(chosen.getOrDefault(facet, Set.of()));
        if (wanted) {
            values.add(value);
        } else {
            values.remove(value);
        }
        other.put(facet, values);
        return new Asked(text, other, hidden);
    }

    Asked withColumn(String column, boolean shown) {
        Set<String> other = new TreeSet<>(hidden);
        if (shown) {
            other.remove(column);
        } else {
            other.add(column);
        }
        return new Asked(text, chosen, other);
    }

    boolean wants(String facet, String value) {
        return chosen.getOrDefault(facet, Set.of()).contains(value);
    }

    /** The words of the text, in lower case. */
    List<String> words() {
        return text.isBlank()
                ? List.of()
                : List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    }
}
