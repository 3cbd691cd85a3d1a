package io.novacron.goc.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What is shown for a place or thing that nobody knows: not an error page, but the way back. */
public final class Unknown extends Div {

    private static final long serialVersionUID = 1L;

    public Unknown(String what, String name) {
        addClassName("goc-empty");
        String shortened = name.length() > 80 ? name.substring(0, 80) + "…" : name;
        add(
                new Paragraph("There is no %s “%s”. It may not have sent telemetry yet, or the address is misspelt."
                        .formatted(what, shortened)),
                new Anchor("", "Back to the board"));
    }
}
