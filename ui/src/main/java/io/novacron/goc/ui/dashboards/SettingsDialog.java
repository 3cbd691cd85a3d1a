package io.novacron.goc.ui.dashboards;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.novacron.goc.dashboards.Audience;
import io.novacron.goc.dashboards.Dashboard;
import io.novacron.goc.dashboards.Variable;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.ui.shell.Notices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a dashboard is called, who it is for, and what can be chosen on it. */
final class SettingsDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final TextField title = new TextField("Title");
    private final Select<Audience> audience = new Select<>();
    private final TextField variables = new TextField("Variables");
    private final transient List<Variable> before;

    /** What was filled in. */
    record Settings(String title, Audience audience, List<Variable> variables) {}

    /**
     * @param shown what is there already; {@code null} for a new one
     * @param done what to do with what was filled in; may refuse it
     */
    SettingsDialog(
            String heading, String doing, @Nullable Dashboard shown, DashboardUser user, Consumer<Settings> done) {
        setHeaderTitle(heading);
        before = shown == null ? List.of() : shown.content().variables();
        title.setMaxLength(200);
        title.setRequiredIndicatorVisible(true);
        title.setWidthFull();
        title.focus();
        audience.setLabel("For");
        audience.setItems(audiences(shown, user));
        audience.setItemLabelGenerator(Audience::toString);
        variables.setPlaceholder("region, tenant");
        variables.setHelperText("Labels to choose a value of; queries say $region for what was chosen");
        variables.setWidthFull();
        title.setValue(shown == null ? "" : shown.title());
        audience.setValue(shown == null ? Audience.PERSON : shown.audience());
        variables.setValue(before.stream().map(Variable::name).collect(Collectors.joining(", ")));
        Div form = new Div(title, audience, variables);
        form.addClassName("goc-form");
        add(form);
        Button save = new Button(doing, click -> {
            try {
                done.accept(new Settings(title.getValue(), audience.getValue(), chosen()));
                close();
            } catch (OperationsException e) {
                Notices.refused(e);
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), save);
    }

    private static List<Audience> audiences(@Nullable Dashboard shown, DashboardUser user) {
        List<Audience> all = new ArrayList<>(List.of(Audience.PERSON));
        user.teams().stream().map(Audience::team).forEach(all::add);
        all.add(Audience.EVERYONE);
        if (shown != null && !all.contains(shown.audience())) {
            all.add(shown.audience());
        }
        return all;
    }

    /** The variables by name; one that was there keeps what else is known of it. */
    private List<Variable> chosen() {
        return Arrays.stream(variables.getValue().split("[,\\s]+"))
                .filter(name -> !name.isBlank())
                .distinct()
                .map(name -> before.stream()
                        .filter(known -> known.name().equals(name))
                        .findFirst()
                        .orElseGet(() -> Variable.of(name)))
                .toList();
    }
}
