package io.novacron.goc.ui.incidents;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.novacron.goc.incidents.Incidents;
import io.novacron.goc.incidents.Task;
import io.novacron.goc.incidents.WarRoom;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.access.Permission;
import io.novacron.goc.ui.shell.Notices;
import io.novacron.goc.ui.shell.Times;
import java.time.Duration;
import java.time.Instant;

/** What is to be done, by whom and by when. */
final class TasksPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Incidents incidents;
    private final transient CurrentUser user;
    private final long number;
    private final Div rows = new Div();
    private final Div form = new Div();
    private final TextField title = new TextField();
    private final TextField assignee = new TextField();
    private final Select<Duration> due = new Select<>();

    TasksPanel(Incidents incidents, CurrentUser user, long number) {
        this.incidents = incidents;
        this.user = user;
        this.number = number;
        addClassNames("goc-panel", "goc-grow");
        H2 heading = new H2("Tasks");
        heading.addClassName("goc-panel-title");
        rows.addClassName("goc-timeline");
        title.setPlaceholder("New task");
        title.setAriaLabel("Task");
        title.setMaxLength(300);
        title.addClassName("goc-grow");
        assignee.setPlaceholder("for whom");
        assignee.setAriaLabel("Assignee");
        assignee.addClassName("goc-field-tiny");
        due.setAriaLabel("Due");
        due.setItems(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(2));
        due.setItemLabelGenerator(each -> "in " + Times.span(each));
        due.setValue(Duration.ofMinutes(15));
        due.addClassName("goc-field-tiny");
        form.add(title, assignee, due, new Button("Add", click -> addTask()));
        form.addClassName("goc-row");
        add(heading, form, rows);
    }

    void show(WarRoom room) {
        rows.removeAll();
        boolean mayChange = room.incident().resolvedAt() == null && user.may(Permission.CONTRIBUTE_TO_WAR_ROOM);
        form.setVisible(mayChange);
        room.tasks().forEach(task -> rows.add(row(task, mayChange)));
        if (room.tasks().isEmpty()) {
            Div none = new Div("No task yet. Give each one an owner and a time.");
            none.addClassName("goc-empty");
            rows.add(none);
        }
    }

    private Div row(Task task, boolean mayChange) {
        Checkbox done = new Checkbox(task.isDone());
        done.setAriaLabel("Done: " + task.title());
        done.setReadOnly(task.isDone() || !mayChange);
        done.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                Notices.attempt(
                        () -> incidents.completeTask(number, task.id(), user.actor(Permission.CONTRIBUTE_TO_WAR_ROOM)),
                        "Done");
            }
        });
        Span text = new Span(task.title() + (task.assignee() == null ? "" : " · " + task.assignee()));
        text.addClassName(task.isDone() ? "goc-done" : "goc-text");
        Instant until = task.dueAt();
        Span when = new Span(until == null || task.isDone() ? "" : "due " + Times.clock(until));
        if (task.lapsed() && !task.isDone()) {
            when.setText("⌛ overdue");
            when.addClassName("goc-lapsed");
        }
        Div row = new Div(done, text, when);
        row.addClassName("goc-row");
        return row;
    }

    private void addTask() {
        boolean added = Notices.attempt(
                () -> incidents.addTask(
                        number,
                        title.getValue(),
                        assignee.getValue(),
                        due.getValue(),
                        user.actor(Permission.CONTRIBUTE_TO_WAR_ROOM)),
                "Task added");
        if (added) {
            title.clear();
            assignee.clear();
        }
    }
}
