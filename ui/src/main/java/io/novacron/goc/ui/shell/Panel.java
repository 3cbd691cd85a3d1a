package io.novacron.goc.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;

/** A framed part of a screen, with a heading or without. */
public final class Panel extends Div {

    private static final long serialVersionUID = 1L;

    private final H2 heading = new H2();

    private Panel(Component... parts) {
        super(parts);
        addClassName("goc-panel");
        heading.addClassName("goc-panel-title");
    }

    /** Without a heading: the part has its own. */
    public static Panel around(Component part) {
        return new Panel(part);
    }

    public static Panel titled(String title, Component... body) {
        Panel panel = new Panel();
        panel.title(title);
        panel.add(panel.heading);
        panel.add(body);
        return panel;
    }

    public void title(String title) {
        heading.setText(title);
    }

    /** Puts a tool, such as a filter, beside the title. */
    public Panel with(Component tool) {
        heading.add(tool);
        return this;
    }
}
