package io.novacron.goc.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.fleet.Host;
import io.novacron.goc.fleet.Region;
import io.novacron.goc.fleet.simulated.Fault;
import io.novacron.goc.fleet.simulated.FaultKind;
import io.novacron.goc.fleet.simulated.Faults;
import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.kernel.Place;
import io.novacron.goc.kernel.RegionId;
import io.novacron.goc.kernel.ZoneKey;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.access.Permission;
import io.novacron.goc.ui.live.Changes;
import io.novacron.goc.ui.live.Topic;
import io.novacron.goc.ui.shell.Notices;
import io.novacron.goc.ui.shell.Times;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Scope;

/** Breaks the simulated fleet on purpose: says beforehand what will be touched, and mends it again. */
@SpringComponent
@Scope("prototype")
final class FaultsPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN_MOST = 100;

    private final transient Faults faults;
    private final transient Fleet fleet;
    private final transient CurrentUser user;
    private final transient Clock clock;
    private final Select<FaultKind> kind = new Select<>();
    private final ComboBox<Region> region = new ComboBox<>("Region");
    private final ComboBox<Region> other = new ComboBox<>("Other region");
    private final ComboBox<ZoneKey> zone = new ComboBox<>("Zone");
    private final ComboBox<Host> host = new ComboBox<>("Host");
    private final Select<Duration> lasts = new Select<>();
    private final Span effect = new Span();
    private final Grid<Fault> grid = new Grid<>();

    FaultsPanel(Faults faults, Fleet fleet, Changes changes, CurrentUser user, Clock clock) {
        this.faults = faults;
        this.fleet = fleet;
        this.user = user;
        this.clock = clock;
        addClassName("goc-panel-body");
        form();
        columns();
        changes.follow(this, Set.of(Topic.FAULTS), () -> grid.setItems(faults.recent(SHOWN_MOST)));
    }

    private void form() {
        kind.setLabel("Fault");
        kind.setItems(FaultKind.values());
        kind.setItemLabelGenerator(FaultKind::title);
        kind.addValueChangeListener(change -> targets());
        region.setItems(fleet.regions().stream().filter(Region::simulated).toList());
        region.setItemLabelGenerator(Region::name);
        region.setId("fault-region");
        region.addValueChangeListener(change -> targets());
        other.setItems(fleet.regions().stream().filter(Region::simulated).toList());
        other.setItemLabelGenerator(Region::name);
        zone.setItemLabelGenerator(ZoneKey::zone);
        zone.setId("fault-zone");
        zone.addValueChangeListener(change ->
                host.setItems(change.getValue() == null ? java.util.List.of() : fleet.hosts(change.getValue())));
        host.setItemLabelGenerator(each -> each.id().value());
        lasts.setLabel("Lasts");
        lasts.setItems(Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(30));
        lasts.setItemLabelGenerator(Times::span);
        lasts.setValue(Duration.ofMinutes(2));
        Button inject = new Button("Inject", click -> inject());
        inject.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        inject.setId("inject");
        effect.addClassName("goc-secondary");
        Div line = new Div(kind, region, other, zone, host, lasts, inject);
        line.addClassNames("goc-toolbar", "goc-fields");
        add(line, effect, grid);
        kind.setValue(FaultKind.ZONE_POWER_LOSS);
    }

    /** Shows the pickers that the kind needs, and what will be touched. */
    private void targets() {
        FaultKind.Target target = kind.getValue().target();
        other.setVisible(target == FaultKind.Target.TWO_REGIONS);
        zone.setVisible(target == FaultKind.Target.ZONE || target == FaultKind.Target.HOST);
        host.setVisible(target == FaultKind.Target.HOST);
        Region chosen = region.getValue();
        ZoneKey before = zone.getValue();
        if (chosen != null && (before == null || !before.region().equals(chosen.id()))) {
            zone.setItems(fleet.zones(chosen.id()));
            zone.setValue(fleet.zones(chosen.id()).stream().findFirst().orElse(null));
        }
        effect.setText("Touches the simulation only: " + kind.getValue().effect() + ".");
    }

    private void inject() {
        Notices.attempt(
                () -> {
                    Region chosenOther = other.getValue();
                    RegionId second = kind.getValue().target() == FaultKind.Target.TWO_REGIONS && chosenOther != null
                            ? chosenOther.id()
                            : null;
                    faults.inject(
                            kind.getValue(), target(), second, lasts.getValue(), user.actor(Permission.INJECT_FAULT));
                },
                kind.getValue().title() + " is under way");
    }

    private Place target() {
        Region chosen = required(region.getValue(), "a region");
        return switch (kind.getValue().target()) {
            case REGION, TWO_REGIONS -> Place.of(chosen.id());
            case ZONE -> Place.of(required(zone.getValue(), "a zone"));
            case HOST -> {
                Host broken = required(host.getValue(), "a host");
                yield new Place(broken.zone().region(), broken.zone().zone(), broken.id());
            }
        };
    }

    private static <T> T required(@Nullable T chosen, String what) {
        if (chosen == null) {
            throw new OperationsException(ErrorCode.INVALID_INPUT, "choose " + what + " first");
        }
        return chosen;
    }

    private void columns() {
        grid.addColumn(fault -> fault.kind().title())
                .setHeader("Fault")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(fault -> fault.otherRegion() == null
                        ? fault.target().toString()
                        : fault.target() + " ↔ " + fault.otherRegion())
                .setHeader("Target");
        grid.addColumn(fault -> Times.full(fault.startedAt()))
                .setHeader("Began")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(fault -> Times.full(fault.until()))
                .setHeader("Ends")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(fault -> fault.by().name())
                .setHeader("By")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(fault -> {
                    Button end = new Button(
                            "End",
                            click -> Notices.attempt(
                                    () -> faults.end(fault.id(), user.actor(Permission.INJECT_FAULT)),
                                    "The fault is over"));
                    end.addThemeVariants(ButtonVariant.SMALL);
                    end.setVisible(fault.isActiveAt(clock.instant()));
                    return end;
                })
                .setHeader("")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.setEmptyStateText("Nothing was broken yet.");
    }
}
