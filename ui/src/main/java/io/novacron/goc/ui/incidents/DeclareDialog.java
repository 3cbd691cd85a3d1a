package io.novacron.goc.ui.incidents;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.fleet.Region;
import io.novacron.goc.incidents.Incident;
import io.novacron.goc.incidents.Incidents;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Severity;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.access.Permission;
import io.novacron.goc.ui.shell.Draft;
import io.novacron.goc.ui.shell.Notices;

/** Declares an incident by hand and leads into its war room. */
final class DeclareDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient Incidents incidents;
    private final transient CurrentUser user;
    private final TextField title = new TextField("What is wrong");
    private final TextField impact = new TextField("What customers notice");
    private final Select<Severity> severity = new Select<>();
    private final Draft draft;
    private final ComboBox<Region> region = new ComboBox<>("Region");

    DeclareDialog(Incidents incidents, Fleet fleet, CurrentUser user) {
        this.incidents = incidents;
        this.user = user;
        this.draft = new Draft(user.name(), "impact of a new incident");
        setHeaderTitle("Declare incident");
        title.setMaxLength(200);
        title.setWidthFull();
        title.focus();
        impact.setMaxLength(500);
        impact.setWidthFull();
        severity.setLabel("Severity");
        severity.setItems(Severity.values());
        severity.setItemLabelGenerator(Severity::word);
        severity.setValue(Severity.HIGH);
        region.setItems(fleet.regions());
        region.setItemLabelGenerator(Region::name);
        Div form = new Div(title, impact, draft, severity, region);
        form.addClassName("goc-form");
        add(form);
        Button declare = new Button("Declare", click -> declare());
        declare.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), declare);
    }

    private void declare() {
        Region chosen = region.getValue();
        region.setInvalid(chosen == null);
        region.setErrorMessage("Choose a region");
        if (chosen == null) {
            return;
        }
        try {
            Incident incident = incidents.declare(
                    title.getValue(),
                    severity.getValue(),
                    chosen.id(),
                    impact.getValue(),
                    user.actor(Permission.DECLARE_INCIDENT));
            draft.sent();
            close();
            UI.getCurrent().navigate("incidents/" + incident.number());
        } catch (OperationsException e) {
            Notices.refused(e);
        }
    }
}
