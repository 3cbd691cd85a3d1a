package io.novacron.goc.ui.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.novacron.goc.access.Accounts;
import io.novacron.goc.fleet.simulated.SimulationSettings;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.live.Changes;
import io.novacron.goc.ui.live.LiveHub;
import io.novacron.goc.ui.live.News;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The frame around every screen: where to go, who is signed in, and whether the picture is live. */
@Layout
@AnonymousAllowed
public final class MainLayout extends Div implements RouterLayout {

    private static final long serialVersionUID = 1L;

    private final Main content = new Main();

    /** What the frame is about, apart from where to go. */
    @Component
    record Service(
            CurrentUser user,
            Accounts accounts,
            LiveHub hub,
            News news,
            Changes changes,
            SimulationSettings simulation) {}

    MainLayout(
            Service service, List<Destination> destinations, List<Findable> findables, AccessAnnotationChecker access) {
        addClassName("goc-frame");
        content.addClassName("goc-content");
        content.setId("content");
        Anchor skip = new Anchor("#content", "Skip to the content");
        skip.addClassName("goc-skip");
        Anchor brand = new Anchor("", "NovaCron GOC");
        brand.addClassName("goc-brand");
        Header top = new Header(brand, navigation(destinations, access), end(service, new Palette(findables, access)));
        top.addClassName("goc-top");
        add(skip, top, content, new ClientElement("goc-shortcuts"));
        if (!service.user().name().isEmpty()) {
            add(new PersonElement(service.accounts().preferences(service.user().name())));
        }
    }

    private static Nav navigation(List<Destination> destinations, AccessAnnotationChecker access) {
        Nav nav = new Nav();
        nav.addClassName("goc-nav");
        destinations.stream()
                .sorted(java.util.Comparator.comparingInt(Destination::order))
                .filter(destination -> access.hasAccess(destination.view()))
                .forEach(destination -> {
                    RouterLink link = new RouterLink(destination.title(), destination.view());
                    link.getElement()
                            .setAttribute("data-go", String.valueOf(destination.key()))
                            .setAttribute("data-title", destination.title());
                    nav.add(link);
                });
        return nav;
    }

    private static Div end(Service service, Palette palette) {
        Div end = new Div();
        end.addClassName("goc-top-end");
        if (service.simulation().enabled()) {
            Span badge = new Span("SIMULATION");
            badge.addClassName("goc-simulation");
            badge.setTitle("%d regions of this picture are a model, not the world"
                    .formatted(service.simulation().regions()));
            end.add(badge);
        }
        ClientElement live = new ClientElement("goc-live-bar");
        service.hub().follow(live, frame -> live.call("beat", frame.beat()));
        end.add(palette, live);
        if (!service.user().name().isEmpty()) {
            end.add(
                    new Alarm(service.news(), service.changes(), service.accounts(), service.user()),
                    menu(service.user()));
        }
        return end;
    }

    private static MenuBar menu(CurrentUser user) {
        MenuBar menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.TERTIARY);
        SubMenu own = menu.addItem(user.name()).getSubMenu();
        menu.getElement().setAttribute("aria-label", "Your account");
        own.addItem("My settings", click -> UI.getCurrent().navigate("settings"));
        own.addItem("Sign out", click -> user.signOut());
        return menu;
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement shown) {
        Landing.landed();
        content.getElement().removeAllChildren();
        if (shown != null) {
            content.getElement().appendChild(shown.getElement());
        }
    }
}
