package io.novacron.goc.ui.shell;

import com.vaadin.flow.server.VaadinSession;
import io.novacron.goc.access.Accounts;
import io.novacron.goc.ui.access.CurrentUser;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Where somebody wants to be after signing in. */
@Service
public final class Landing {

    private static final String LANDED = "goc-landed";

    private final Accounts accounts;
    private final CurrentUser user;

    Landing(Accounts accounts, CurrentUser user) {
        this.accounts = accounts;
        this.user = user;
    }

    /** The screen to go to instead of the board; only the first time that a session comes to the board. */
    public Optional<String> elsewhere() {
        VaadinSession session = VaadinSession.getCurrent();
        if (session.getAttribute(LANDED) != null) {
            return Optional.empty();
        }
        landed();
        return Optional.of(accounts.preferences(user.name()).landing()).filter(address -> !address.isEmpty());
    }

    /** Says that the session has found its way: what it asks for from now on it gets. */
    static void landed() {
        VaadinSession.getCurrent().setAttribute(LANDED, true);
    }
}
