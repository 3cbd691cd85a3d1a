package io.novacron.goc.ui.dashboards;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.novacron.goc.dashboards.KioskLinks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** A wall for whoever has its link: the boards that the link names, to look at, until it ends. */
@Route(value = "kiosk/:secret", autoLayout = false)
@JsModule("context://goc/goc.js")
@PageTitle("NovaCron GOC")
@AnonymousAllowed
final class KioskView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(KioskView.class);

    private final transient KioskLinks links;
    private final transient Wall.Parts parts;

    KioskView(KioskLinks links, Wall.Parts parts) {
        this.links = links;
        this.parts = parts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        String secret = event.getRouteParameters().get("secret").orElse("");
        links.verify(secret)
                .ifPresentOrElse(
                        link -> add(new Wall(
                                link.boards(),
                                new Wall.Source(
                                        id -> parts.dashboards().dashboards().find(id),
                                        link.namesTenants(),
                                        () -> isValid(secret)),
                                parts)),
                        () -> add(Wall.ended()));
    }

    /** While the database is away nobody can say that the link has ended: the wall goes on, and says its age. */
    private boolean isValid(String secret) {
        try {
            return links.verify(secret).isPresent();
        } catch (DataAccessException e) {
            LOG.atDebug().setCause(e).log("a kiosk link could not be checked; the next try follows");
            return true;
        }
    }
}
