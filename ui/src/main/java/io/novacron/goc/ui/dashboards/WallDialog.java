package io.novacron.goc.ui.dashboards;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.novacron.goc.dashboards.Dashboard;
import io.novacron.goc.dashboards.KioskLink;
import io.novacron.goc.dashboards.KioskLinks;
import io.novacron.goc.dashboards.Turn;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.access.Permission;
import io.novacron.goc.ui.shell.Moment;
import io.novacron.goc.ui.shell.Notices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Chooses the boards of a wall and for how long each; opens it here, or makes a link for a kiosk. */
final class WallDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int USUAL_SECONDS = 30;
    private static final int USUAL_DAYS = 30;

    private final transient Service service;
    private final Div chosen = new Div();
    private final transient List<Turn> turns = new ArrayList<>();
    private final Grid<KioskLink> links = new Grid<>();
    private final Div secret = new Div();

    /** Who makes links, and of what. */
    @Component
    record Service(KioskLinks links, CurrentUser user, Clock clock) {}

    /** A board to choose. */
    private record Board(String id, String title) {}

    WallDialog(List<Dashboard> dashboards, Service service) {
        this.service = service;
        setHeaderTitle("Wall");
        addClassName("goc-dialog-wide");
        List<Board> boards =
                new ArrayList<>(List.of(new Board(Turn.WORLD, "World"), new Board(Turn.ATTENTION, "Needs attention")));
        dashboards.forEach(each -> boards.add(new Board(each.id().toString(), each.title())));
        ComboBox<Board> board = new ComboBox<>("Board", boards);
        board.setItemLabelGenerator(Board::title);
        board.setValue(boards.getFirst());
        IntegerField seconds = new IntegerField("Seconds");
        seconds.setMin(Turn.SHORTEST);
        seconds.setMax(Turn.LONGEST);
        seconds.setValue(USUAL_SECONDS);
        Button take = new Button("Add the board", click -> add(board.getValue(), seconds.getValue()));
        Button clear = new Button("Begin anew", click -> {
            turns.clear();
            chosen.removeAll();
        });
        Div fields = new Div(board, seconds, take, clear);
        fields.addClassNames("goc-toolbar", "goc-fields");
        chosen.addClassName("goc-boards");
        Button open = new Button("Open the wall", click -> {
            if (!turns.isEmpty()) {
                close();
                UI.getCurrent().getPage().open("wall?" + written(), "_blank");
            }
        });
        open.addThemeVariants(ButtonVariant.PRIMARY);
        add(fields, chosen);
        if (service.user().may(Permission.SHARE_KIOSK)) {
            add(kiosks(boards));
        }
        getFooter().add(new Button("Close", click -> close()), open);
        boards.stream().limit(2).forEach(each -> add(each, USUAL_SECONDS));
    }

    private void add(Board board, Integer seconds) {
        try {
            turns.add(new Turn(board.id(), seconds == null ? 0 : seconds));
            Div row = new Div("%d. %s, %d s".formatted(turns.size(), board.title(), seconds));
            chosen.add(row);
        } catch (OperationsException e) {
            Notices.refused(e);
        }
    }

    private String written() {
        return turns.stream().map(turn -> "b=" + turn).collect(Collectors.joining("&"));
    }

    private Div kiosks(List<Board> boards) {
        TextField name = new TextField("Name of the link");
        IntegerField days = new IntegerField("Days");
        days.setMin(1);
        days.setMax((int) KioskLinks.LONGEST.toDays());
        days.setValue(USUAL_DAYS);
        Checkbox tenants = new Checkbox("names customers");
        Button make =
                new Button("Make a kiosk link", click -> make(name.getValue(), days.getValue(), tenants.getValue()));
        Div fields = new Div(name, days, tenants, make);
        fields.addClassNames("goc-toolbar", "goc-fields");
        links.addColumn(KioskLink::name).setHeader("Name");
        links.addColumn(link -> link.boards().stream()
                        .map(turn -> boards.stream()
                                .filter(board -> board.id().equals(turn.board()))
                                .map(Board::title)
                                .findFirst()
                                .orElse("a dashboard"))
                        .collect(Collectors.joining(", ")))
                .setHeader("Shows");
        links.addComponentColumn(link -> new Moment(link.expiresAt())).setHeader("Expires");
        links.addColumn(link -> link.namesTenants() ? "yes" : "no").setHeader("Customers");
        links.addComponentColumn(this::state).setHeader("");
        links.addClassName("goc-grid-short");
        links.setEmptyStateText("No kiosk link yet. It shows the boards above to whoever has it, without signing in.");
        secret.addClassName("goc-code");
        secret.setVisible(false);
        refresh();
        return new Div(new H3("Kiosk links"), fields, secret, links);
    }

    private com.vaadin.flow.component.Component state(KioskLink link) {
        Instant now = service.clock().instant();
        if (!link.isValid(now)) {
            return new Div(link.revokedAt() == null ? "expired" : "revoked");
        }
        return new Button("Revoke", click -> {
            Notices.attempt(
                    () -> service.links().revoke(link.id(), service.user().actor(Permission.SHARE_KIOSK)),
                    "Revoked; who looks at it is told within half a minute");
            refresh();
        });
    }

    private void make(String name, Integer days, boolean tenants) {
        try {
            KioskLinks.Issued issued = service.links()
                    .issue(
                            name,
                            turns,
                            tenants,
                            Duration.ofDays(days == null ? 0 : days),
                            service.user().actor(Permission.SHARE_KIOSK));
            secret.setVisible(true);
            getElement()
                    .executeJs("return new URL('kiosk/' + $0, document.baseURI).href", issued.secret())
                    .then(String.class, address -> secret.setText("Shown once: " + address));
            refresh();
        } catch (OperationsException e) {
            Notices.refused(e);
        }
    }

    private void refresh() {
        links.setItems(service.links().all());
    }
}
