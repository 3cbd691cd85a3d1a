package io.novacron.goc.ui.incidents;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.novacron.goc.incidents.Incidents;
import io.novacron.goc.incidents.TimelineEntry;
import io.novacron.goc.incidents.WarRoom;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.access.Permission;
import io.novacron.goc.ui.shell.Draft;
import io.novacron.goc.ui.shell.Notices;
import io.novacron.goc.ui.shell.Times;

/** What happened, newest first, and the line where people write. */
final class TimelinePanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Incidents incidents;
    private final transient CurrentUser user;
    private final long number;
    private final Div entries = new Div();
    private final TextField note = new TextField();
    private final Draft draft;
    private long newest;

    TimelinePanel(Incidents incidents, CurrentUser user, long number) {
        this.incidents = incidents;
        this.user = user;
        this.number = number;
        this.draft = new Draft(user.name(), "note of incident " + number);
        addClassNames("goc-panel", "goc-grow");
        H2 title = new H2("Timeline (UTC)");
        title.addClassName("goc-panel-title");
        entries.addClassName("goc-timeline");
        note.setPlaceholder("What you see, decide or do");
        note.setAriaLabel("Note");
        note.setMaxLength(4_000);
        note.addClassName("goc-grow");
        Button write = new Button("Write", click -> write());
        write.addClickShortcut(Key.ENTER).listenOn(note);
        Div line = new Div(note, draft, write);
        line.addClassName("goc-row");
        line.setVisible(user.may(Permission.CONTRIBUTE_TO_WAR_ROOM));
        add(title, line, entries);
    }

    /** Adds what is new on top; what is shown already stays as it is. */
    void show(WarRoom room) {
        for (TimelineEntry entry : room.timeline().reversed()) {
            if (entry.id() > newest) {
                entries.addComponentAsFirst(row(entry));
                newest = entry.id();
            }
        }
    }

    private static Div row(TimelineEntry entry) {
        NativeLabel time = new NativeLabel(Times.clock(entry.occurredAt()));
        time.setTitle(
                "happened %s, recorded %s".formatted(Times.full(entry.occurredAt()), Times.full(entry.recordedAt())));
        Span author = new Span(entry.author().name());
        author.addClassName("goc-author");
        Span text = new Span(entry.text());
        text.addClassName("goc-text");
        Div row = new Div(time, author, text);
        row.addClassName("goc-timeline-entry");
        row.getElement().setAttribute("data-kind", entry.kind().name());
        row.getElement().setAttribute("data-machine", entry.author().machine());
        return row;
    }

    private void write() {
        String text = note.getValue();
        if (!text.isBlank()
                && Notices.attempt(
                        () -> incidents.note(number, text, null, user.actor(Permission.CONTRIBUTE_TO_WAR_ROOM)),
                        "Written down")) {
            note.clear();
            draft.sent();
        }
    }
}
