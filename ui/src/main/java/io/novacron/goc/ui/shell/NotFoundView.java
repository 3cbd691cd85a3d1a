package io.novacron.goc.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;

/** Shown for an address that leads nowhere: says so, and the way back. */
@PageTitle("No such page · NovaCron GOC")
@ParentLayout(MainLayout.class)
@PermitAll
final class NotFoundView extends Div implements HasErrorParameter<NotFoundException> {

    private static final long serialVersionUID = 1L;
    private static final int STATUS = 404;
    private static final int SHOWN_MOST = 120;

    NotFoundView() {
        addClassName("goc-empty");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
        String path = event.getLocation().getPath();
        String shown = path.length() > SHOWN_MOST ? path.substring(0, SHOWN_MOST) + "…" : path;
        removeAll();
        add(
                new H1("No such page"),
                new Paragraph(
                        "Nothing is at “/%s”. The address may be misspelt, or of an older version.".formatted(shown)),
                new Anchor("", "To the board"));
        return STATUS;
    }
}
