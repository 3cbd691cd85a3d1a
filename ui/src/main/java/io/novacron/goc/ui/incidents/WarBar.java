package io.novacron.goc.ui.incidents;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import io.novacron.goc.fleet.Fleet;
import io.novacron.goc.incidents.Incident;
import io.novacron.goc.incidents.IncidentStatus;
import io.novacron.goc.incidents.Incidents;
import io.novacron.goc.incidents.WarRoom;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.access.Permission;
import io.novacron.goc.ui.shell.Badges;
import io.novacron.goc.ui.shell.ClientElement;
import io.novacron.goc.ui.shell.Draft;
import io.novacron.goc.ui.shell.Notices;
import io.novacron.goc.ui.shell.Times;
import java.time.Instant;

/** The top of a war room: how bad, how long, who leads, how far; and the commander's decisions. */
final class WarBar extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Incidents incidents;
    private final transient Fleet fleet;
    private final transient CurrentUser user;

    WarBar(Incidents incidents, Fleet fleet, CurrentUser user) {
        this.incidents = incidents;
        this.fleet = fleet;
        this.user = user;
        addClassName("goc-war-bar");
    }

    void show(WarRoom room) {
        Incident incident = room.incident();
        removeAll();
        getElement().setAttribute("data-severity", incident.severity().word());
        getElement().setAttribute("data-status", incident.status().name());
        add(new H1("#%d · %s".formatted(incident.number(), incident.title())));
        ClientElement clock = new ClientElement("goc-elapsed");
        clock.addClassName("goc-clock");
        clock.getElement()
                .setAttribute("since", Long.toString(incident.triggeredAt().toEpochMilli()));
        Instant end = incident.resolvedAt();
        if (end != null) {
            clock.getElement().setAttribute("until", Long.toString(end.toEpochMilli()));
        }
        String lead = incident.commander() == null ? "nobody leads" : incident.commander() + " leads";
        Span commander = new Span(lead);
        commander.setId("commander");
        Span status = new Span(incident.status().title());
        status.setId("status");
        Span impact = new Span(incident.summary() == null ? incident.impact() : incident.summary());
        impact.addClassName("goc-secondary");
        Span activation = new Span(
                incident.activation().isZero()
                        ? "declared by hand"
                        : "war room active %d ms after the alert"
                                .formatted(incident.activation().toMillis()));
        activation.addClassName("goc-faint");
        activation.setTitle("alert %s, war room %s"
                .formatted(Times.full(incident.triggeredAt()), Times.full(incident.activatedAt())));
        add(
                Badges.severity(incident.severity()),
                clock,
                status,
                commander,
                new Anchor("regions/" + incident.region(), fleet.nameOf(incident.region())),
                impact,
                activation,
                actions(incident));
    }

    private Div actions(Incident incident) {
        Div actions = new Div();
        actions.addClassName("goc-toolbar");
        if (incident.status() == IncidentStatus.RESOLVED) {
            return actions;
        }
        long number = incident.number();
        if (user.may(Permission.COMMAND_INCIDENT)) {
            if (incident.commander() == null) {
                Button take = new Button(
                        "Take command",
                        click -> act(
                                () -> incidents.takeCommand(number, user.actor(Permission.COMMAND_INCIDENT)),
                                "You lead incident " + number));
                take.addThemeVariants(ButtonVariant.PRIMARY);
                actions.add(take);
            }
            actions.add(status(incident));
            Button resolve =
                    new Button("Resolve …", click -> resolveDialog(incident).open());
            actions.add(resolve);
        }
        if (user.name().equals(incident.commandOfferedTo())) {
            actions.add(new Button(
                    "Accept command",
                    click -> act(
                            () -> incidents.acceptCommand(number, user.actor(Permission.CONTRIBUTE_TO_WAR_ROOM)),
                            "You lead incident " + number)));
        }
        return actions;
    }

    private Select<IncidentStatus> status(Incident incident) {
        Select<IncidentStatus> status = new Select<>();
        status.setAriaLabel("Status");
        status.setItems(IncidentStatus.INVESTIGATING, IncidentStatus.IDENTIFIED, IncidentStatus.MONITORING);
        status.setItemLabelGenerator(IncidentStatus::title);
        status.setValue(incident.status());
        status.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                act(
                        () -> incidents.changeStatus(
                                incident.number(),
                                incident.version(),
                                change.getValue(),
                                user.actor(Permission.COMMAND_INCIDENT)),
                        "Status: " + change.getValue().title());
            }
        });
        return status;
    }

    private Dialog resolveDialog(Incident incident) {
        Dialog dialog = new Dialog("Resolve incident " + incident.number());
        TextArea summary = new TextArea("Summary: what happened, what ended it, what is left to do");
        summary.addClassName("goc-field-text");
        summary.setMaxLength(4_000);
        Draft draft = new Draft(user.name(), "summary of incident " + incident.number());
        dialog.add(summary, draft);
        Button resolve = new Button("Resolve", click -> {
            boolean done = act(
                    () -> incidents.resolve(
                            incident.number(),
                            incident.version(),
                            summary.getValue(),
                            user.actor(Permission.COMMAND_INCIDENT)),
                    "Incident %d is resolved".formatted(incident.number()));
            if (done) {
                draft.sent();
                dialog.close();
            }
        });
        resolve.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button("Cancel", click -> dialog.close()), resolve);
        return dialog;
    }

    /** After a refusal the room is shown as it stands, so that the next try sees what changed. */
    private boolean act(Runnable deed, String done) {
        return Notices.attempt(deed, done);
    }
}
