package io.novacron.goc.ui.dashboards;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.novacron.goc.dashboards.Box;
import io.novacron.goc.dashboards.Panel;
import io.novacron.goc.dashboards.Panel.Kind;
import io.novacron.goc.dashboards.Panel.Limit;
import io.novacron.goc.dashboards.Panel.Query;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.telemetry.Queries;
import io.novacron.goc.ui.shell.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What a panel shows and what it asks. */
final class PanelDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    /** A panel to begin with. */
    static final Box USUAL = new Box(0, 0, 12, 8);

    private final transient Panel before;
    private final TextField title = new TextField("Title");
    private final Select<Kind> kind = new Select<>();
    private final TextField unit = new TextField("Unit");
    private final TextArea queries = new TextArea("Queries, a line each");
    private final TextArea text = new TextArea("Text");
    private final NumberField warning = new NumberField("Warning from");
    private final NumberField critical = new NumberField("Critical from");

    /**
     * @param check says whether an expression can be read, by an exception
     * @param done what to do with what was filled in
     */
    PanelDialog(Panel before, Queries check, Choices choices, Consumer<Panel> done) {
        this.before = before;
        setHeaderTitle(before.queries().isEmpty() && before.text().isEmpty() ? "Add a panel" : "Edit the panel");
        title.setMaxLength(200);
        title.setWidthFull();
        title.focus();
        kind.setLabel("Shows");
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(Kind::words);
        unit.setPlaceholder("ratio, ms, B/s, or any word");
        unit.setMaxLength(20);
        queries.setHelperText("PromQL; a name after two slashes: up // hosts");
        queries.setWidthFull();
        queries.setMinRows(3);
        text.setWidthFull();
        text.setMinRows(3);
        title.setValue(before.title());
        kind.setValue(before.kind());
        unit.setValue(before.unit());
        queries.setValue(before.queries().stream().map(PanelDialog::line).collect(Collectors.joining("\n")));
        text.setValue(before.text());
        before.limits()
                .forEach(limit -> (limit.severity().equals("critical") ? critical : warning).setValue(limit.value()));
        Div limits = new Div(unit, warning, critical);
        limits.addClassName("goc-toolbar");
        Div form = new Div(title, kind, queries, limits, text);
        form.addClassName("goc-form");
        add(form);
        kind.addValueChangeListener(change -> fit());
        fit();
        Button save = new Button("Done", click -> {
            try {
                Panel panel = filled();
                panel.queries().forEach(query -> check.check(choices.in(query.expression())));
                done.accept(panel);
                close();
            } catch (OperationsException e) {
                Notices.refused(e);
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), save);
    }

    private void fit() {
        boolean words = kind.getValue() == Kind.TEXT;
        text.setVisible(words);
        List.<Component>of(queries, unit, warning, critical).forEach(field -> field.setVisible(!words));
    }

    private static String line(Query query) {
        return query.legend().isEmpty() ? query.expression() : query.expression() + " // " + query.legend();
    }

    private static Query query(String line) {
        int name = line.lastIndexOf(" // ");
        return name < 0 ? new Query(line, "") : new Query(line.substring(0, name), line.substring(name + 4));
    }

    private Panel filled() {
        boolean words = kind.getValue() == Kind.TEXT;
        List<Limit> limits = new ArrayList<>();
        warning.getOptionalValue().ifPresent(value -> limits.add(new Limit(value, "warning")));
        critical.getOptionalValue().ifPresent(value -> limits.add(new Limit(value, "critical")));
        List<Query> asked = queries.getValue()
                .lines()
                .filter(line -> !line.isBlank())
                .map(PanelDialog::query)
                .toList();
        return new Panel(
                before.number(),
                kind.getValue(),
                title.getValue(),
                unit.getValue(),
                words ? List.of() : asked,
                words ? List.of() : limits,
                words ? text.getValue() : "",
                before.box());
    }
}
