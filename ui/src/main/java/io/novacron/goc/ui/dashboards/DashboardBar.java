package io.novacron.goc.ui.dashboards;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.novacron.goc.dashboards.Audience;
import io.novacron.goc.dashboards.Content;
import io.novacron.goc.dashboards.Dashboard;
import io.novacron.goc.dashboards.Dashboards;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.ui.shell.CopyLink;
import io.novacron.goc.ui.shell.Notices;
import io.novacron.goc.ui.shell.WallLink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What can be done with a dashboard: edit, share, copy, remove; and what of it was changed and not kept yet. */
final class DashboardBar extends Div {

    private static final long serialVersionUID = 1L;

    private final transient DashboardView.Parts parts;
    private final PanelBoard board;
    private final Div tools = new Div();
    private final Component variables;
    private final Component time;
    private final boolean mayChange;
    private final transient Location here;
    private transient Dashboard shown;

    DashboardBar(
            Dashboard shown,
            PanelBoard board,
            Component variables,
            Component time,
            DashboardView.Parts parts,
            Location here) {
        this.shown = shown;
        this.board = board;
        this.variables = variables;
        this.time = time;
        this.parts = parts;
        this.here = here;
        Dashboards.Person person = parts.user().person();
        this.mayChange = shown.isChangedBy(person.actor(), person.administers());
        addClassName("goc-toolbar");
        tools.addClassNames("goc-end", "goc-fields");
        look();
    }

    private void head() {
        removeAll();
        Span whose = new Span("%s · %s".formatted(shown.owner(), shown.audience()));
        whose.addClassName("goc-secondary");
        tools.removeAll();
        add(new H1(shown.title()), whose, variables, tools);
    }

    boolean mayChange() {
        return mayChange;
    }

    private void look() {
        head();
        Button edit = new Button("Edit", click -> edit());
        edit.setVisible(mayChange);
        tools.add(
                edit,
                new Button("Make a copy", click -> copy()),
                new CopyLink(),
                new WallLink("b=" + shown.id() + ":60"),
                time);
    }

    void edit() {
        board.edit(true);
        head();
        Button save = new Button("Save", click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        tools.add(
                new Button("Add a panel", click -> board.addPanel()),
                new Button("Settings", click -> settings()),
                new Button("Remove dashboard", click -> confirmRemoval()),
                new Button("Cancel", click -> {
                    board.change(shown.content());
                    board.edit(false);
                    look();
                }),
                save);
    }

    private void settings() {
        new SettingsDialog(
                        "Settings of the dashboard",
                        "Done",
                        with(shown.audience(), shown.title(), board.content()),
                        parts.user(),
                        settings -> {
                            shown = with(settings.audience(), settings.title(), shown.content());
                            board.change(board.content().with(settings.variables()));
                            edit();
                        })
                .open();
    }

    private Dashboard with(Audience audience, String title, Content content) {
        return new Dashboard(
                shown.id(),
                title,
                shown.owner(),
                audience,
                content,
                shown.changedAt(),
                shown.changedBy(),
                shown.version());
    }

    private void save() {
        try {
            shown = parts.dashboards()
                    .change(
                            with(shown.audience(), shown.title(), board.content()),
                            parts.user().person());
            Notices.done("Saved “%s”".formatted(shown.title()));
            look();
            board.edit(false);
            Map<String, List<String>> rest =
                    new HashMap<>(here.getQueryParameters().getParameters());
            rest.remove("edit");
            getUI().ifPresent(ui -> ui.navigate(here.getPath(), new QueryParameters(rest)));
        } catch (OperationsException e) {
            Notices.refused(e);
        }
    }

    private void copy() {
        try {
            Dashboard copy = parts.dashboards()
                    .create(
                            shown.title() + ", copy",
                            Audience.PERSON,
                            board.content(),
                            parts.user().person());
            getUI().ifPresent(ui -> ui.navigate("dashboards/" + copy.id()));
        } catch (OperationsException e) {
            Notices.refused(e);
        }
    }

    private void confirmRemoval() {
        ConfirmDialog sure = new ConfirmDialog(
                "Remove “%s”?".formatted(shown.title()),
                "Its %d panels are gone for %s. This cannot be undone."
                        .formatted(shown.content().panels().size(), shown.audience()),
                "Remove",
                confirmed -> {
                    if (Notices.attempt(
                            () -> parts.dashboards()
                                    .remove(shown.id(), parts.user().person()),
                            "Removed")) {
                        getUI().ifPresent(ui -> ui.navigate(DashboardsView.class));
                    }
                });
        sure.setCancelable(true);
        sure.open();
    }
}
