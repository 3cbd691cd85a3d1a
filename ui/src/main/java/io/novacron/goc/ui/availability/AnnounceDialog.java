package io.novacron.goc.ui.availability;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.novacron.goc.availability.Maintenance;
import io.novacron.goc.availability.Window;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.fleet.Region;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.TimeRange;
import io.novacron.goc.kernel.ZoneKey;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.access.Permission;
import io.novacron.goc.ui.shell.Notices;
import io.novacron.goc.ui.shell.Times;
import io.novacron.goc.ui.shell.UtcPicker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Announces work: where, when, why; says beforehand what it covers. */
final class AnnounceDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient Maintenance maintenance;
    private final transient Fleet fleet;
    private final transient CurrentUser user;
    private final ComboBox<Region> region = new ComboBox<>("Region");
    private final ComboBox<ZoneKey> zone = new ComboBox<>("Zone (empty: the whole region)");
    private final UtcPicker begins = new UtcPicker("Begins");
    private final Select<Duration> lasts = new Select<>();
    private final TextField reason = new TextField("What is done");
    private final Span covers = new Span("Choose a region.");

    AnnounceDialog(Maintenance maintenance, Fleet fleet, CurrentUser user, Clock clock) {
        this.maintenance = maintenance;
        this.fleet = fleet;
        this.user = user;
        setHeaderTitle("Announce maintenance");
        region.setItems(fleet.regions());
        region.setItemLabelGenerator(Region::name);
        region.addValueChangeListener(change -> {
            Region chosen = change.getValue();
            zone.clear();
            zone.setItems(chosen == null ? java.util.List.of() : fleet.zones(chosen.id()));
            say();
        });
        zone.setItemLabelGenerator(ZoneKey::zone);
        zone.setClearButtonVisible(true);
        zone.addValueChangeListener(change -> say());
        begins.setStep(Duration.ofMinutes(15));
        begins.setInstant(clock.instant());
        lasts.setLabel("Lasts");
        lasts.setItems(
                Duration.ofMinutes(15),
                Duration.ofMinutes(30),
                Duration.ofHours(1),
                Duration.ofHours(2),
                Duration.ofHours(4),
                Duration.ofHours(8),
                Duration.ofHours(24));
        lasts.setItemLabelGenerator(Times::span);
        lasts.setValue(Duration.ofHours(1));
        reason.setMaxLength(Window.REASON_LONGEST);
        reason.setWidthFull();
        covers.addClassName("goc-secondary");
        Div form = new Div(region, zone, begins, lasts, reason, covers);
        form.addClassName("goc-form");
        add(form);
        Button announce = new Button("Announce", click -> announce());
        announce.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), announce);
    }

    private void say() {
        Region chosen = region.getValue();
        if (chosen == null) {
            covers.setText("Choose a region.");
            return;
        }
        ZoneKey one = zone.getValue();
        int hosts = one == null
                ? fleet.zones(chosen.id()).stream()
                        .mapToInt(each -> fleet.hosts(each).size())
                        .sum()
                : fleet.hosts(one).size();
        covers.setText("Covers %d hosts. Meanwhile %s is shown as maintenance, and its state raises no incident."
                .formatted(hosts, one == null ? chosen.name() : "zone " + one.zone()));
    }

    private void announce() {
        Region chosen = region.getValue();
        Instant from = begins.instant().orElse(null);
        region.setInvalid(chosen == null);
        region.setErrorMessage("Choose a region");
        begins.setInvalid(from == null);
        begins.setErrorMessage("Say when it begins");
        if (chosen == null || from == null) {
            return;
        }
        ZoneKey one = zone.getValue();
        boolean done = Notices.attempt(
                () -> maintenance.announce(
                        one == null ? Place.of(chosen.id()) : Place.of(one),
                        new TimeRange(from, from.plus(lasts.getValue())),
                        reason.getValue(),
                        user.actor(Permission.ANNOUNCE_MAINTENANCE)),
                "The maintenance is announced");
        if (done) {
            close();
        }
    }
}
