package io.novacron.goc.telemetry.promql;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Names and values that tell a series from others, the metric among them; sorted, without empty values. */
public final class Labels {

    /** The label that holds the metric. */
    public static final String NAME = "__name__";

    public static final Labels EMPTY = new Labels(new String[0]);

    private final String[] pairs;
    private final int hash;

    private Labels(String[] pairs) {
        this.pairs = pairs;
        this.hash = Arrays.hashCode(pairs);
    }

    public static Labels of(Map<String, String> labels) {
        TreeMap<String, String> sorted = new TreeMap<>(labels);
        sorted.values().removeIf(String::isEmpty);
        String[] pairs = new String[2 * sorted.size()];
        int filled = 0;
        for (Map.Entry<String, String> label : sorted.entrySet()) {
            pairs[filled++] = label.getKey();
            pairs[filled++] = label.getValue();
        }
        return new Labels(pairs);
    }

    /** Makes labels of names and values by turns, sorted by name, none twice and none empty. */
    public static Labels ofSorted(String... pairs) {
        return new Labels(pairs);
    }

    /** The value of a label; empty when there is none. */
    public String get(String name) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equals(name)) {
                return pairs[i + 1];
            }
        }
        return "";
    }

    Labels keep(Collection<String> names) {
        return filtered(names, true);
    }

    Labels drop(Collection<String> names) {
        return filtered(names, false);
    }

    Labels withoutName() {
        return get(NAME).isEmpty() ? this : drop(List.of(NAME));
    }

    private Labels filtered(Collection<String> names, boolean kept) {
        String[] left = new String[pairs.length];
        int filled = 0;
        for (int i = 0; i < pairs.length; i += 2) {
            if (names.contains(pairs[i]) == kept) {
                left[filled++] = pairs[i];
                left[filled++] = pairs[i + 1];
            }
        }
        return filled == pairs.length ? this : new Labels(Arrays.copyOf(left, filled));
    }

    /** With this label set, or removed when the value is empty. */
    Labels with(String name, String value) {
        Map<String, String> changed = asMap();
        changed.put(name, value);
        return of(changed);
    }

    /** A copy to look at or to change, by name. */
    public Map<String, String> asMap() {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Labels labels && hash == labels.hash && Arrays.equals(pairs, labels.pairs);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(get(NAME)).append('{');
        for (int i = 0; i < pairs.length; i += 2) {
            if (!pairs[i].equals(NAME)) {
                text.append(text.charAt(text.length() - 1) == '{' ? "" : ",")
                        .append(pairs[i])
                        .append("=\"")
                        .append(pairs[i + 1])
                        .append('"');
            }
        }
        return text.append('}').toString();
    }
}
