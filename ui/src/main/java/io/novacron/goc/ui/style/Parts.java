package io.novacron.goc.ui.style;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.novacron.goc.kernel.Health;
import io.novacron.goc.kernel.Severity;
import io.novacron.goc.ui.shell.Badges;
import io.novacron.goc.ui.shell.Notices;
import io.novacron.goc.ui.shell.Panel;
import java.util.Arrays;
import java.util.stream.Stream;

/** The parts that screens are put together from on the server, each in every state. */
final class Parts extends Div {

    private static final long serialVersionUID = 1L;

    Parts() {
        addClassName("goc-style-parts");
        add(new H3("States"), row(Arrays.stream(Health.values()).map(Badges::state)));
        add(new H3("Severities"), row(Arrays.stream(Severity.values()).flatMap(severity -> {
            Span unclaimed = Badges.severity(severity);
            unclaimed.addClassName("goc-flash");
            return Stream.of(Badges.severity(severity), unclaimed);
        })));
        add(new H3("Buttons"), buttons());
        add(new H3("Fields"), fields());
        add(new H3("Panels"), panels());
        add(new H3("Progress"), progress());
        add(new H3("Lists"), lists());
        add(new H3("Notices"), notices());
    }

    private static Div row(Stream<? extends Component> parts) {
        return new Div(parts.toArray(Component[]::new));
    }

    private static Div buttons() {
        Button primary = new Button("Primary");
        primary.addThemeVariants(ButtonVariant.PRIMARY);
        Button danger = new Button("Destructive");
        danger.addThemeVariants(ButtonVariant.ERROR);
        Button quiet = new Button("Quiet");
        quiet.addThemeVariants(ButtonVariant.TERTIARY);
        Button small = new Button("Small");
        small.addThemeVariants(ButtonVariant.SMALL);
        Button disabled = new Button("Disabled");
        disabled.setEnabled(false);
        return new Div(primary, new Button("Usual"), danger, quiet, small, disabled);
    }

    private static Div fields() {
        TextField empty = new TextField("Empty");
        empty.setPlaceholder("what to write here");
        TextField filled = new TextField("Filled");
        filled.setValue("eu-frankfurt");
        TextField wrong = new TextField("Wrong");
        wrong.setValue("eu frankfurt");
        wrong.setInvalid(true);
        wrong.setErrorMessage("No spaces: letters, digits and - only");
        TextField locked = new TextField("Read only");
        locked.setValue("eu-frankfurt");
        locked.setReadOnly(true);
        TextField disabled = new TextField("Disabled");
        disabled.setEnabled(false);
        Select<String> select = new Select<>();
        select.setLabel("Choice");
        select.setItems("Last hour", "Last 24 hours");
        select.setValue("Last hour");
        TextArea area = new TextArea("Several lines");
        area.setValue("Power feed B is down.\nFacilities are called.");
        Checkbox ticked = new Checkbox("Ticked", true);
        return new Div(empty, filled, wrong, locked, disabled, select, area, new Checkbox("Not ticked"), ticked);
    }

    private static Div panels() {
        Div rows = new Div();
        rows.addClassName("goc-row");
        rows.add(Badges.severity(Severity.HIGH), new Anchor("alerts", "Latency in Madrid"));
        Div nothing = new Div("Nothing here yet. It fills by itself when something reports.");
        nothing.addClassName("goc-empty");
        Paragraph notice = new Paragraph("The address asks for a range of time that cannot be shown.");
        notice.addClassName("goc-notice");
        return new Div(Panel.titled("With rows", rows), Panel.titled("Empty", nothing), notice);
    }

    private static Div progress() {
        ProgressBar some = new ProgressBar(0, 1, 0.4);
        some.getElement().setAttribute("aria-label", "making, 40 %");
        ProgressBar unknown = new ProgressBar();
        unknown.setIndeterminate(true);
        unknown.getElement().setAttribute("aria-label", "working");
        some.addClassName("goc-progress");
        unknown.addClassName("goc-progress");
        return new Div(some, unknown);
    }

    private static Div lists() {
        Grid<String> filled = list("eu-frankfurt-a-001", "eu-frankfurt-a-002");
        filled.select("eu-frankfurt-a-001");
        return new Div(filled, list());
    }

    private static Grid<String> list(String... items) {
        Grid<String> list = new Grid<>();
        list.addColumn(item -> item).setHeader("Host");
        list.addColumn(String::length).setHeader("Letters").setSortable(true);
        list.setItems(items);
        list.setEmptyStateText("Nothing has reported yet.");
        list.addClassNames("goc-grid-short", "goc-field-long");
        return list;
    }

    private static Div notices() {
        return new Div(
                new Button("Done", click -> Notices.done("The alert is acknowledged")),
                new Button("Refused", click -> Notices.refused("Somebody else was faster; the list is up to date now")),
                new Button("Ask", click -> ask()));
    }

    private static void ask() {
        Dialog dialog = new Dialog("End the maintenance of Tokyo?");
        dialog.add(new Paragraph("Its alerts wake people again from now on."));
        Button end = new Button("End it", click -> dialog.close());
        end.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button("Cancel", click -> dialog.close()), end);
        dialog.open();
    }
}
