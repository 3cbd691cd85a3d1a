package io.novacron.goc.ui.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.novacron.goc.fleet.simulated.SimulationSettings;
import io.novacron.goc.ui.access.CurrentUser;
import io.novacron.goc.ui.live.LiveHub;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The frame around every screen: where to go, who is signed in, and whether the picture is live. */
@Layout
@AnonymousAllowed
public final class MainLayout extends Div implements RouterLayout {

    private static final long serialVersionUID = 1L;

    private final Main content = new Main();

    MainLayout(
            CurrentUser user,
            LiveHub hub,
            SimulationSettings simulation,
            List<Destination> destinations,
            AccessAnnotationChecker access) {
        addClassName("goc-frame");
        content.addClassName("goc-content");
        Anchor brand = new Anchor("", "NovaCron GOC");
        brand.addClassName("goc-brand");
        Header top = new Header(brand, navigation(destinations, access), end(user, hub, simulation));
        top.addClassName("goc-top");
        add(top, content);
        Shortcuts.addShortcutListener(this, () -> shortcuts(destinations).open(), Key.of("?"), KeyModifier.SHIFT);
    }

    private static Nav navigation(List<Destination> destinations, AccessAnnotationChecker access) {
        Nav nav = new Nav();
        nav.addClassName("goc-nav");
        destinations.stream()
                .sorted(java.util.Comparator.comparingInt(Destination::order))
                .filter(destination -> access.hasAccess(destination.view()))
                .forEach(destination -> {
                    RouterLink link = new RouterLink(destination.title(), destination.view());
                    link.getElement().setAttribute("data-go", String.valueOf(destination.key()));
                    nav.add(link);
                });
        return nav;
    }

    private static Div end(CurrentUser user, LiveHub hub, SimulationSettings simulation) {
        Div end = new Div();
        end.addClassName("goc-top-end");
        if (simulation.enabled()) {
            Span badge = new Span("SIMULATION");
            badge.addClassName("goc-simulation");
            badge.setTitle("%d regions of this picture are a model, not the world".formatted(simulation.regions()));
            end.add(badge);
        }
        ClientElement live = new ClientElement("goc-live-bar");
        hub.follow(live, frame -> live.call("beat", (double) frame.atMs()));
        Span name = new Span(user.name());
        name.addClassName("goc-secondary");
        Button out = new Button("Sign out", click -> user.signOut());
        out.addThemeVariants(ButtonVariant.TERTIARY);
        end.add(live, new ClientElement("goc-theme-switch"), name, out);
        return end;
    }

    private static Dialog shortcuts(List<Destination> destinations) {
        Dialog sheet = new Dialog("Shortcuts");
        StringBuilder text = new StringBuilder();
        destinations.stream()
                .sorted(java.util.Comparator.comparingInt(Destination::order))
                .forEach(each -> text.append("g %s      %s%n".formatted(each.key(), each.title())));
        text.append(
                "/        filter the list\nj / k    move in the list of regions\nEnter    open\nEsc      close\n?        this sheet\n");
        Span lines = new Span(text.toString());
        lines.addClassName("goc-code");
        sheet.add(lines);
        return sheet;
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement shown) {
        content.getElement().removeAllChildren();
        if (shown != null) {
            content.getElement().appendChild(shown.getElement());
        }
    }
}
