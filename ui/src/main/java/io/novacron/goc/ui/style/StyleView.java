package io.novacron.goc.ui.style;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.novacron.goc.ui.shell.ClientElement;
import jakarta.annotation.security.RolesAllowed;

/** The living style page: every token as the theme declares it, every component in every state it can be in. */
@Route("style")
@PageTitle("Style · NovaCron GOC")
@RolesAllowed("ADMIN")
@JsModule("context://goc/style.js")
final class StyleView extends Div {

    private static final long serialVersionUID = 1L;

    StyleView() {
        addClassNames("goc-page", "goc-style");
        Span what = new Span("what everything is made of, read from the page itself");
        what.addClassName("goc-secondary");
        Div end = new Div(new ClientElement("goc-style-look"));
        end.addClassName("goc-end");
        Div toolbar = new Div(new H1("Style"), what, end);
        toolbar.addClassName("goc-toolbar");
        add(
                toolbar,
                new H2("Tokens"),
                new ClientElement("goc-style-tokens"),
                new H2("Parts of forms and lists"),
                new Parts(),
                new H2("Parts of pictures"),
                new ClientElement("goc-style-gallery"));
    }
}
