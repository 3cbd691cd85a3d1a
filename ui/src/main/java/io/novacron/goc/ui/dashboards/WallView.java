package io.novacron.goc.ui.dashboards;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.novacron.goc.dashboards.Dashboards;
import io.novacron.goc.dashboards.Turn;
import io.novacron.goc.kernel.OperationsException;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** A wall for somebody who is signed in; which boards is in the address: {@code b=world:30&b=attention:15}. */
@Route(value = "wall", autoLayout = false)
@JsModule("context://goc/goc.js")
@PageTitle("Wall · NovaCron GOC")
@PermitAll
final class WallView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final List<String> USUAL = List.of(Turn.WORLD + ":30", Turn.ATTENTION + ":15");

    private final transient Wall.Parts parts;

    WallView(Wall.Parts parts) {
        this.parts = parts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        List<String> asked = event.getLocation().getQueryParameters().getParameters("b");
        Dashboards.Person person = parts.dashboards().user().person();
        try {
            List<Turn> turns =
                    (asked.isEmpty() ? USUAL : asked).stream().map(Turn::of).toList();
            add(new Wall(
                    turns,
                    new Wall.Source(id -> parts.dashboards().dashboards().find(id, person), true, () -> true),
                    parts));
        } catch (OperationsException e) {
            Div why = new Div(e.explanation());
            why.addClassName("goc-empty");
            add(why, new Anchor("", "Back to the board"));
        }
    }
}
