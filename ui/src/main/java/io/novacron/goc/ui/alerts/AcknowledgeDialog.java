package io.novacron.goc.ui.alerts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import io.novacron.goc.alerts.Alert;
import io.novacron.goc.alerts.AlertState;
import io.novacron.goc.alerts.Alerts;
import io.novacron.goc.intelligence.Finding;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.access.Permission;
import io.novacron.goc.ui.shell.Badges;
import io.novacron.goc.ui.shell.Draft;
import io.novacron.goc.ui.shell.Notices;
import java.time.Duration;
import java.util.List;

/** Claims one or many alerts: with a note, until a time. Shows what they stand for. */
final class AcknowledgeDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int FINDINGS_MOST = 6;

    private final transient List<Alert> chosen;
    private final transient Alerts alerts;
    private final transient CurrentUser user;
    private final TextArea note = new TextArea("Note");
    private final Draft draft;
    private final Select<Duration> lasts = new Select<>();

    AcknowledgeDialog(List<Alert> chosen, Alerts alerts, CurrentUser user) {
        this.chosen = chosen;
        this.alerts = alerts;
        this.user = user;
        this.draft = new Draft(user.name(), "note of alert " + chosen.getFirst().number());
        setHeaderTitle(chosen.size() == 1 ? "Alert " + chosen.getFirst().number() : chosen.size() + " alerts");
        note.setPlaceholder("What you are doing about it");
        note.setMaxLength(1_000);
        note.setWidthFull();
        note.focus();
        lasts.setLabel("Fires again after");
        lasts.setItems(
                Duration.ofMinutes(30),
                Duration.ofHours(1),
                Duration.ofHours(2),
                Duration.ofHours(8),
                Duration.ofDays(1));
        lasts.setItemLabelGenerator(each -> each.toHours() >= 1 ? each.toHours() + " h" : each.toMinutes() + " min");
        lasts.setValue(Duration.ofHours(1));
        Div form = new Div(what(), note, draft, lasts);
        form.addClassName("goc-form");
        add(form);
        Button claim = new Button("Acknowledge", click -> acknowledge());
        claim.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()));
        if (chosen.stream().allMatch(alert -> alert.state() == AlertState.ACKNOWLEDGED)) {
            getFooter().add(new Button("Give back", click -> giveBack()));
        }
        getFooter().add(claim);
    }

    private Div what() {
        Div what = new Div();
        for (Alert alert : chosen.stream().limit(FINDINGS_MOST).toList()) {
            Div row = new Div(Badges.severity(alert.severity()), new Span(alert.title()));
            row.addClassName("goc-row");
            what.add(row);
        }
        if (chosen.size() == 1) {
            for (Finding finding : alerts.findings(chosen.getFirst().id()).stream()
                    .limit(FINDINGS_MOST)
                    .toList()) {
                Span line = new Span("%s: %s%s"
                        .formatted(finding.place(), finding.explanation(), finding.endedAt() == null ? "" : " (over)"));
                Div row = new Div(line);
                row.addClassNames("goc-row", "goc-secondary");
                what.add(row);
            }
        }
        return what;
    }

    private void acknowledge() {
        boolean all = true;
        for (Alert alert : chosen) {
            all &= Notices.attempt(
                    () -> alerts.acknowledge(
                            alert.id(),
                            alert.version(),
                            user.actor(Permission.ACKNOWLEDGE_ALERT),
                            note.getValue(),
                            lasts.getValue()),
                    "Alert %d is yours".formatted(alert.number()));
        }
        if (all) {
            draft.sent();
            close();
        }
    }

    private void giveBack() {
        for (Alert alert : chosen) {
            Notices.attempt(
                    () -> alerts.unacknowledge(alert.id(), user.actor(Permission.ACKNOWLEDGE_ALERT)),
                    "Alert %d fires again".formatted(alert.number()));
        }
        close();
    }
}
