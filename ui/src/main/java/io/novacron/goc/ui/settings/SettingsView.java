package io.novacron.goc.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.novacron.goc.access.Accounts;
import io.novacron.goc.access.Preferences;
import io.novacron.goc.kernel.Severity;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.shell.Notices;
import io.novacron.goc.ui.shell.PersonElement;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time zone, theme, density, sounds, flashing, keys and the first screen of the person who looks. */
@Route("settings")
@PageTitle("My settings · NovaCron GOC")
@PermitAll
final class SettingsView extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Accounts accounts;
    private final transient CurrentUser user;
    private final Select<Preferences.Theme> theme = new Select<>();
    private final Select<Preferences.Density> density = new Select<>();
    private final ComboBox<ZoneId> zone = new ComboBox<>("Time zone");
    private final TextField landing = new TextField("First screen");
    private final CheckboxGroup<Severity> sounds = new CheckboxGroup<>("Heard until somebody acknowledges");
    private final IntegerField volume = new IntegerField("Volume (0 is mute)");
    private final Checkbox flashing = new Checkbox("What nobody has acknowledged flashes");
    private final Checkbox desktop = new Checkbox("Tell the desktop of new alerts while I look elsewhere");
    private final Checkbox keys = new Checkbox("Single keys are commands (Ctrl K always is one)");

    SettingsView(Accounts accounts, CurrentUser user) {
        this.accounts = accounts;
        this.user = user;
        addClassName("goc-page");
        theme.setLabel("Theme");
        theme.setItems(Preferences.Theme.values());
        theme.setItemLabelGenerator(Preferences.Theme::words);
        density.setLabel("Density");
        density.setItems(Preferences.Density.values());
        density.setItemLabelGenerator(Preferences.Density::words);
        zone.setItems(
                ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList());
        zone.setHelperText("Times name their zone; pointing at one shows UTC");
        landing.setHelperText("Such as alerts or regions/eu-frankfurt; empty for the board");
        sounds.setItems(Severity.values());
        sounds.setItemLabelGenerator(severity -> severity.tag() + " " + severity.word());
        volume.setMin(0);
        volume.setMax(100);
        volume.setStepButtonsVisible(true);
        desktop.addValueChangeListener(change -> askDesktop(change.getValue()));
        show(accounts.preferences(user.name()));
        Button save = new Button("Save", click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div form = new Div(theme, density, zone, landing, sounds, volume, flashing, desktop, keys, save);
        form.addClassNames("goc-form", "goc-settings");
        Div toolbar = new Div(new H1("My settings"));
        toolbar.addClassName("goc-toolbar");
        add(toolbar, form);
    }

    private void show(Preferences preferences) {
        theme.setValue(preferences.theme());
        density.setValue(preferences.density());
        zone.setValue(preferences.zone().equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : preferences.zone());
        landing.setValue(preferences.landing());
        sounds.setValue(preferences.sounds());
        volume.setValue(preferences.volume());
        flashing.setValue(preferences.flashing());
        desktop.setValue(preferences.desktop());
        keys.setValue(preferences.keys());
    }

    private void askDesktop(boolean wanted) {
        if (wanted) {
            getUI().ifPresent(
                            ui -> ui.getPage().executeJs("if (window.Notification) Notification.requestPermission()"));
        }
    }

    private void save() {
        Notices.attempt(
                () -> {
                    Preferences chosen = new Preferences(
                            zone.getOptionalValue().orElse(ZoneOffset.UTC),
                            theme.getValue(),
                            density.getValue(),
                            flashing.getValue(),
                            sounds.getValue(),
                            volume.getOptionalValue().orElse(0),
                            desktop.getValue(),
                            keys.getValue(),
                            landing.getValue().strip());
                    accounts.prefer(user.name(), chosen);
                    getUI().ifPresent(ui -> PersonElement.show(ui, chosen));
                },
                "Saved");
    }
}
