package io.novacron.goc.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import io.novacron.goc.ui.access.CurrentUser;
import jakarta.annotation.security.PermitAll;

/** Shown to somebody whose role does not open the screen: who they are, and whom to ask. */
@PageTitle("Not allowed · NovaCron GOC")
@ParentLayout(MainLayout.class)
@PermitAll
final class DeniedView extends Div implements HasErrorParameter<AccessDeniedException> {

    private static final long serialVersionUID = 1L;
    private static final int STATUS = 403;

    private final transient CurrentUser user;

    DeniedView(CurrentUser user) {
        this.user = user;
        addClassNames("goc-empty", "goc-denied");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> error) {
        removeAll();
        add(
                new H1("Your role does not open this screen"),
                new Paragraph("You are signed in as %s. An administrator can give you a role that does."
                        .formatted(user.name())),
                new Anchor("", "To the board"));
        return STATUS;
    }
}
