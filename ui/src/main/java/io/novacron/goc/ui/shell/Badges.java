package io.novacron.goc.ui.shell;

import com.vaadin.flow.component.html.Span;
import io.novacron.goc.kernel.Health;
import io.novacron.goc.kernel.Severity;

/** State and severity as people read them: shape, word and colour together. */
public final class Badges {

    private Badges() {}

    public static Span state(Health health) {
        Span badge = new Span(health.tag() + " " + health.word());
        badge.addClassName("goc-state");
        badge.getElement().setAttribute("data-state", health.word());
        return badge;
    }

    public static Span severity(Severity severity) {
        String word = severity.word();
        Span badge = new Span(severity.tag() + " " + word);
        badge.addClassName("goc-severity");
        badge.getElement().setAttribute("data-severity", word);
        return badge;
    }
}
