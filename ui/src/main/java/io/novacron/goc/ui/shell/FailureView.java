package io.novacron.goc.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import io.novacron.goc.db.ServerTrouble;
import io.novacron.goc.kernel.OperationsException;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shown when a screen could not be built: what happened, that nothing was lost, and what to do. */
@PageTitle("Trouble · NovaCron GOC")
@ParentLayout(MainLayout.class)
@PermitAll
final class FailureView extends Div implements HasErrorParameter<Exception> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(FailureView.class);
    private static final int STATUS = 500;

    FailureView() {
        addClassName("goc-empty");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
        Exception failure = error.getException();
        String path = event.getLocation().getPath();
        LOG.atError().setCause(failure).addKeyValue("path", path).log("a screen could not be shown");
        removeAll();
        add(
                new H1("This screen could not be shown"),
                new Paragraph(explanation(failure) + " Nothing was changed by looking."),
                new Anchor(path, "Try again"),
                new Paragraph(new Anchor("", "To the board")));
        return STATUS;
    }

    private static String explanation(Exception failure) {
        Optional<ServerTrouble> trouble = ServerTrouble.in(failure);
        if (trouble.isPresent()) {
            return trouble.get().advice() + ".";
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OperationsException refusal) {
                return refusal.explanation();
            }
        }
        return "The server met an error of its own; its log says which, with the time.";
    }
}
