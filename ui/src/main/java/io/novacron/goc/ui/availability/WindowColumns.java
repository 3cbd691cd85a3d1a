package io.novacron.goc.ui.availability;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import io.novacron.goc.availability.Maintenance;
import io.novacron.goc.availability.Window;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.access.Permission;
import io.novacron.goc.ui.lists.Column;
import io.novacron.goc.ui.lists.Facet;
import io.novacron.goc.ui.lists.FacetedList;
import io.novacron.goc.ui.shell.Notices;
import java.time.Clock;
import java.util.List;

/** What the list of announced work tells of each. */
record WindowColumns(Maintenance maintenance, Fleet fleet, CurrentUser user, Clock clock) {

    FacetedList.Definition<Window> definition() {
        return new FacetedList.Definition<>(
                "window",
                "windows",
                "No work is announced. A place under announced work is shown as maintenance, not as trouble.",
                List.of(
                        Column.text("state", "State", this::state),
                        Column.<Window>text("place", "Where", this::place).leadingTo(WindowColumns::address),
                        Column.wide("reason", "What is done", Window::reason),
                        Column.<Window>moment(
                                "begins", "Begins", window -> window.span().from()),
                        Column.<Window>moment(
                                "ends", "Ends", window -> window.span().until()),
                        Column.<Window>text(
                                "by", "Announced by", window -> window.by().name()),
                        Column.action("off", this::callOff)),
                List.of(
                        new Facet<>("state", "State", this::state),
                        new Facet<>(
                                "region",
                                "Region",
                                window -> fleet.nameOf(window.place().region())),
                        new Facet<>("by", "Announced by", window -> window.by().name())),
                Window::id);
    }

    private boolean isUnderWay(Window window) {
        return window.span().contains(clock.instant());
    }

    private String state(Window window) {
        return isUnderWay(window) ? "Under way" : "To come";
    }

    private String place(Window window) {
        String zone = window.place().zone();
        String name = fleet.nameOf(window.place().region());
        return zone == null ? name : "%s, zone %s".formatted(name, zone);
    }

    private static String address(Window window) {
        String zone = window.place().zone();
        String region = "regions/" + window.place().region();
        return zone == null ? region : region + "/" + zone;
    }

    private Button callOff(Window window) {
        boolean isUnderWay = isUnderWay(window);
        Button off = new Button(
                isUnderWay ? "End now" : "Call off",
                click -> Notices.attempt(
                        () -> maintenance.cancel(window.id(), user.actor(Permission.ANNOUNCE_MAINTENANCE)),
                        isUnderWay ? "The maintenance is over" : "The maintenance is called off"));
        off.addThemeVariants(ButtonVariant.SMALL);
        off.setVisible(user.may(Permission.ANNOUNCE_MAINTENANCE));
        return off;
    }
}
