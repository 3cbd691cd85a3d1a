package io.novacron.goc.ui.dashboards;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Location;
import io.novacron.goc.dashboards.Variable;
import io.novacron.goc.telemetry.Queries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Chooses values for the variables of a dashboard; what was chosen is in the address. */
final class VariableFields extends Div {

    private static final long serialVersionUID = 1L;
    private static final Duration HEARD_WITHIN = Duration.ofHours(1);

    VariableFields(List<Variable> variables, Choices choices, Queries queries, Location here) {
        addClassNames("goc-toolbar", "goc-fields");
        variables.forEach(variable -> add(field(variable, choices, queries, here)));
    }

    private static ComboBox<String> field(Variable variable, Choices choices, Queries queries, Location here) {
        ComboBox<String> field = new ComboBox<>(variable.name());
        List<String> values = new ArrayList<>(List.of(Choices.ALL));
        values.addAll(queries.labelValues(
                variable.label(),
                variable.metric().isEmpty() ? List.of() : List.of(variable.metric()),
                queries.now().minus(HEARD_WITHIN)));
        String chosen = choices.of(variable);
        if (!values.contains(chosen)) {
            values.add(chosen);
        }
        field.setItems(values);
        field.setItemLabelGenerator(value -> value.equals(Choices.ALL) ? "all" : value);
        field.setValue(chosen);
        field.addValueChangeListener(change -> {
            String value = change.getValue() == null ? Choices.ALL : change.getValue();
            field.getUI()
                    .ifPresent(
                            ui -> ui.navigate(here.getPath(), Choices.in(here.getQueryParameters(), variable, value)));
        });
        return field;
    }
}
