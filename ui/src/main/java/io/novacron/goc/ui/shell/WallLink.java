package io.novacron.goc.ui.shell;

import com.vaadin.flow.component.html.Anchor;

/** Leads to a wall of boards; {@code d k} by keyboard. */
public final class WallLink extends Anchor {

    private static final long serialVersionUID = 1L;

    /** @param boards as the address of a wall has them: {@code b=world:30&b=attention:15} */
    public WallLink(String boards) {
        super("wall?" + boards, "Wall");
        getElement().setAttribute("data-key", "d k").setAttribute("data-title", "Show it on a wall");
        addClassName("goc-wall-link");
    }
}
