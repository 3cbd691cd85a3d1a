package io.novacron.goc.ui.telemetry;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.novacron.goc.telemetry.Family;
import io.novacron.goc.telemetry.Queries;
import io.novacron.goc.telemetry.Question;
import io.novacron.goc.telemetry.Question.Aggregation;
import io.novacron.goc.telemetry.Series;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks for a metric without PromQL: which of its series by facets with counts, and how they become few lines. */
final class QuestionFields extends Div {

    private static final long serialVersionUID = 1L;
    private static final int SERIES_LOOKED_AT = 20_000;

    private final ComboBox<Family> metric = new ComboBox<>("Metric");
    private final MultiSelectComboBox<Facet> where = new MultiSelectComboBox<>("Only where");
    private final Select<Aggregation> show = new Select<>();
    private final MultiSelectComboBox<String> by = new MultiSelectComboBox<>("For each");
    private final Checkbox rate = new Checkbox("change a second");

    /**
     * @param asked what is asked now; {@code null} when it is more than these fields say, or nothing
     * @param ask what to do with another question
     */
    QuestionFields(Queries queries, @Nullable Question asked, Consumer<Question> ask) {
        addClassNames("goc-toolbar", "goc-fields");
        metric.setItemsWithFilterConverter(
                query -> queries.families(query.getFilter().orElse(""), query.getOffset() + query.getLimit()).stream()
                        .skip(query.getOffset())
                        .limit(query.getLimit()),
                text -> text);
        metric.setItemLabelGenerator(Family::metric);
        metric.setPlaceholder("part of a name");
        metric.addClassName("goc-field-long");
        where.setItemLabelGenerator(Facet::words);
        where.addClassName("goc-field-long");
        where.setPlaceholder("every series");
        where.setSelectedItemsOnTop(true);
        show.setLabel("Show");
        show.setItems(Aggregation.values());
        show.setItemLabelGenerator(Aggregation::words);
        show.addClassName("goc-field-small");
        by.setPlaceholder("one line over all");
        by.addClassName("goc-field-medium");
        add(metric, where, show, by, rate);
        fill(queries, asked);
        Runnable changed = () -> question().ifPresent(ask);
        metric.addValueChangeListener(change -> {
            Family chosen = change.getValue();
            if (chosen != null) {
                ask.accept(new Question(chosen.metric(), List.of(), Aggregation.AVG, List.of(), false));
            }
        });
        where.addValueChangeListener(change -> changed.run());
        show.addValueChangeListener(change -> changed.run());
        by.addValueChangeListener(change -> changed.run());
        rate.addValueChangeListener(change -> changed.run());
    }

    private void fill(Queries queries, @Nullable Question asked) {
        boolean said = asked != null;
        where.setEnabled(said);
        show.setEnabled(said);
        by.setEnabled(said);
        rate.setEnabled(said);
        if (asked == null) {
            return;
        }
        List<Series> series = queries.ofMetric(asked.metric(), SERIES_LOOKED_AT);
        metric.setValue(new Family(asked.metric(), series.size(), Set.of()));
        List<Facet> chosen = asked.where().stream().flatMap(Facet::of).toList();
        List<Facet> all = new ArrayList<>(chosen);
        Facet.of(series).stream()
                .filter(facet -> chosen.stream().noneMatch(facet::sameAs))
                .forEach(all::add);
        where.setItems(all);
        where.setValue(new LinkedHashSet<>(chosen));
        show.setValue(asked.aggregation());
        LinkedHashSet<String> labels = new LinkedHashSet<>(asked.by());
        series.stream()
                .limit(SERIES_LOOKED_AT)
                .forEach(each -> each.key().labels().forEach(label -> labels.add(label.name())));
        by.setItems(labels);
        by.setValue(new LinkedHashSet<>(asked.by()));
        by.setEnabled(asked.aggregation() != Aggregation.EACH);
        rate.setValue(asked.rate());
    }

    private java.util.Optional<Question> question() {
        Family chosen = metric.getValue();
        return chosen == null
                ? java.util.Optional.empty()
                : java.util.Optional.of(new Question(
                        chosen.metric(),
                        Facet.conditions(where.getValue()),
                        show.getValue(),
                        show.getValue() == Aggregation.EACH ? List.of() : List.copyOf(by.getValue()),
                        rate.getValue()));
    }
}
