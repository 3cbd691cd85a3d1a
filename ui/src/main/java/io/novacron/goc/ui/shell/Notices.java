package io.novacron.goc.ui.shell;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import io.novacron.goc.db.ServerTrouble;
import io.novacron.goc.kernel.OperationsException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells people what became of what they asked for. */
public final class Notices {

    private static final int SHORT_MS = 4_000;
    private static final int LONG_MS = 12_000;

    private Notices() {}

    public static void done(String what) {
        Notification.show(what, SHORT_MS, Notification.Position.BOTTOM_END);
    }

    public static void refused(OperationsException why) {
        refused(why.explanation());
    }

    public static void refused(String why) {
        Notification notice = Notification.show(why, LONG_MS, Notification.Position.MIDDLE);
        notice.addThemeVariants(NotificationVariant.ERROR);
    }

    /** Does it and says so; says why when it is refused. Returns whether it was done. */
    public static boolean attempt(Runnable deed, String done) {
        try {
            deed.run();
            done(done);
            return true;
        } catch (OperationsException e) {
            refused(e);
            return false;
        } catch (DataAccessException | TransactionException e) {
            refused(ServerTrouble.in(e).orElseThrow(() -> e).advice());
            return false;
        }
    }
}
