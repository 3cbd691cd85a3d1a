package io.novacron.goc.ui.incidents;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.novacron.goc.incidents.Incidents;
import io.novacron.goc.incidents.Seat;
import io.novacron.goc.incidents.WarRole;
import io.novacron.goc.incidents.WarRoom;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.access.Permission;
import io.novacron.goc.ui.shell.Notices;
import java.util.List;

/** Who holds which role, who is in the room, and how roles are handed out. */
final class SeatsPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Incidents incidents;
    private final transient CurrentUser user;
    private final Div rows = new Div();
    private final Span present = new Span();
    private final Select<WarRole> role = new Select<>();
    private final TextField person = new TextField();
    private final Div form = new Div();
    private long number;
    private boolean leads;

    SeatsPanel(Incidents incidents, CurrentUser user) {
        this.incidents = incidents;
        this.user = user;
        addClassName("goc-panel");
        H2 title = new H2("Roles");
        title.addClassName("goc-panel-title");
        present.setId("present");
        Div here = new Div(new Span("In the room"), present);
        here.addClassNames("goc-row", "goc-secondary");
        role.setItems(WarRole.values());
        role.setItemLabelGenerator(WarRole::title);
        role.setValue(WarRole.OPERATIONS);
        role.setAriaLabel("Role");
        person.setPlaceholder("user name");
        person.setAriaLabel("Person");
        Button give = new Button("Assign", click -> assign());
        give.addThemeVariants(ButtonVariant.SMALL);
        form.add(role, person, give);
        form.addClassName("goc-panel-body");
        add(title, rows, here, form);
    }

    void show(WarRoom room) {
        number = room.incident().number();
        leads = user.name().equals(room.incident().commander());
        rows.removeAll();
        for (WarRole each : WarRole.values()) {
            String holder = room.seats().stream()
                    .filter(seat -> seat.role() == each)
                    .map(Seat::person)
                    .findFirst()
                    .orElse("–");
            Span name = new Span(each.title());
            name.setTitle(each.duty());
            Div row = new Div(name, new Span(holder));
            row.addClassName("goc-row");
            rows.add(row);
        }
        form.setVisible(room.incident().resolvedAt() == null && user.may(Permission.CONTRIBUTE_TO_WAR_ROOM));
    }

    void present(List<String> people) {
        present.setText(String.join(", ", people));
    }

    /** The commander's seat is offered, every other role given. */
    private void assign() {
        String name = person.getValue().strip();
        boolean done = role.getValue() == WarRole.COMMANDER && leads
                ? Notices.attempt(
                        () -> incidents.offerCommand(number, name, user.actor(Permission.COMMAND_INCIDENT)),
                        "Command is offered to " + name)
                : Notices.attempt(
                        () -> incidents.assign(
                                number, role.getValue(), name, user.actor(Permission.CONTRIBUTE_TO_WAR_ROOM)),
                        "%s is %s".formatted(name, role.getValue().title()));
        if (done) {
            person.clear();
        }
    }
}
