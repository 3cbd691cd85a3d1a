package io.novacron.goc.ui.lists;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values of one facet with their counts, the commonest first; a tick asks for a value. */
final class FacetPanel<T> extends Div {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN_MOST = 40;

    private final transient Facet<T> facet;
    private final transient Choice onChoice;
    private final Div rows = new Div();
    private final Map<String, Row> byValue = new HashMap<>();
    private List<String> shown = List.of();

    /** Hears that a value is wanted, or no longer. */
    @FunctionalInterface
    interface Choice {
        void chosen(String facet, String value, boolean wanted);
    }

    private static final class Row extends Div {

        private static final long serialVersionUID = 1L;

        private final Checkbox box;
        private final Span count = new Span();

        Row(String value) {
            box = new Checkbox(value.isEmpty() ? "none" : value);
            count.addClassName("goc-facet-count");
            addClassName("goc-facet-row");
            add(box, count);
        }
    }

    FacetPanel(Facet<T> facet, Choice onChoice) {
        this.facet = facet;
        this.onChoice = onChoice;
        rows.addClassName("goc-facet-rows");
        rows.getElement().setAttribute("role", "group").setAttribute("aria-label", facet.title());
        addClassName("goc-facet");
        add(new H3(facet.title()), rows);
    }

    Facet<T> facet() {
        return facet;
    }

    /**
     * Shows the counts. A value that is wanted is shown however rare it is, and in its place by its count: so a tick
     * moves no box, and the focus stays.
     */
    void show(Map<String, Integer> counts, Asked asked) {
        Map<String, Integer> all = new HashMap<>(counts);
        asked.chosen().getOrDefault(facet.key(), Set.of()).forEach(value -> all.putIfAbsent(value, 0));
        List<String> values = all.keySet().stream()
                .sorted(Comparator.<String, Integer>comparing(all::get, Comparator.reverseOrder())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<String> wanted = new ArrayList<>();
        for (int place = 0; place < values.size(); place++) {
            if (place < SHOWN_MOST || asked.wants(facet.key(), values.get(place))) {
                wanted.add(values.get(place));
            }
        }
        if (!wanted.equals(shown)) {
            place(wanted, values.size() - wanted.size());
        }
        for (String value : shown) {
            Row row = row(value);
            row.box.setValue(asked.wants(facet.key(), value));
            row.count.setText("%,d".formatted(all.get(value)));
        }
    }

    private void place(List<String> values, int more) {
        shown = List.copyOf(values);
        rows.removeAll();
        shown.forEach(value -> rows.add(row(value)));
        if (more > 0) {
            Span others = new Span("and %,d more: filter for one".formatted(more));
            others.addClassName("goc-secondary");
            rows.add(others);
        }
    }

    private Row row(String value) {
        return byValue.computeIfAbsent(value, fresh -> {
            Row row = new Row(fresh);
            row.box.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    onChoice.chosen(facet.key(), fresh, change.getValue());
                }
            });
            return row;
        });
    }
}
