package io.novacron.goc.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.streaming.DeadLetterBox;
import io.novacron.goc.streaming.DeadLetterBox.DeadLetter;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.access.Permission;
import io.novacron.goc.ui.shell.Notices;
import io.novacron.goc.ui.shell.Times;
import org.springframework.context.annotation.Scope;

/** Records that could not be decoded after they were taken: why, and giving them to the fold again. */
@SpringComponent
@Scope("prototype")
final class DeadLettersPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN_MOST = 200;

    private final transient DeadLetterBox box;
    private final transient CurrentUser user;
    private final Grid<DeadLetter> grid = new Grid<>();

    DeadLettersPanel(DeadLetterBox box, CurrentUser user) {
        this.box = box;
        this.user = user;
        addClassName("goc-panel-body");
        grid.addColumn(letter -> Times.full(letter.at()))
                .setHeader("Put aside")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(DeadLetter::from).setHeader("From").setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(letter -> HistoryPanel.bytes(letter.bytes()))
                .setHeader("Size")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(DeadLetter::reason).setHeader("Why").setTooltipGenerator(DeadLetter::beginning);
        grid.addComponentColumn(this::replay).setHeader("").setAutoWidth(true).setFlexGrow(0);
        grid.setEmptyStateText("Nothing was put aside. Whatever was taken could be read.");
        grid.setAllRowsVisible(true);
        Div line = new Div(
                new Button("Look again", click -> refresh()),
                new Span("a letter can be replayed once this version can read it; the newest %d are shown"
                        .formatted(SHOWN_MOST)));
        line.addClassName("goc-toolbar");
        add(line, grid);
        addAttachListener(attached -> refresh());
    }

    private Button replay(DeadLetter letter) {
        Button replay = new Button(
                "Replay",
                click -> Notices.attempt(
                        () -> box.replay(letter.id(), user.actor(Permission.ADMINISTER)),
                        "the letter %s is with the fold again".formatted(letter.id())));
        replay.addThemeVariants(ButtonVariant.SMALL);
        replay.setEnabled(letter.readable());
        return replay;
    }

    private void refresh() {
        try {
            grid.setItems(box.newest(SHOWN_MOST));
        } catch (OperationsException e) {
            Notices.refused(e);
        }
    }
}
