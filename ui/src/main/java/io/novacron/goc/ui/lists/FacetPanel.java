package io.novacron.goc.ui.lists;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    /** Shows the counts; boxes stay where they are as long as the values do, so that the focus does. */
    void show(Map<String, Integer> counts, Asked asked) {
        Map<String, Integer> all = new LinkedHashMap<>(counts);
        asked.chosen().getOrDefault(facet.key(), Set.of()).forEach(value -> all.putIfAbsent(value, 0));
        List<String> values = new ArrayList<>(all.keySet());
        values.sort(Comparator.<String>comparingInt(value -> asked.wants(facet.key(), value) ? 0 : 1)
                .thenComparing(value -> all.getOrDefault(value, 0), Comparator.reverseOrder())
                .thenComparing(Comparator.naturalOrder()));
        boolean same = shown.size() == Math.min(values.size(), SHOWN_MOST) && values.containsAll(shown);
        if (!same) {
            place(values);
        }
        for (String value : shown) {
            Row row = row(value);
            row.box.setValue(asked.wants(facet.key(), value));
            row.count.setText("%,d".formatted(all.getOrDefault(value, 0)));
        }
    }

    private void place(List<String> values) {
        shown = List.copyOf(values.subList(0, Math.min(values.size(), SHOWN_MOST)));
        rows.removeAll();
        shown.forEach(value -> rows.add(row(value)));
        if (values.size() > SHOWN_MOST) {
            Span more = new Span("and %,d more: filter for one".formatted(values.size() - SHOWN_MOST));
            more.addClassName("goc-secondary");
            rows.add(more);
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
