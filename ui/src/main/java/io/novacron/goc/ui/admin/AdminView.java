package io.novacron.goc.ui.admin;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** What keeps the house running: what is in use, who sends, what is broken on purpose, who may enter. */
@Route("admin")
@PageTitle("Admin · NovaCron GOC")
@RolesAllowed("ADMIN")
final class AdminView extends Div {

    private static final long serialVersionUID = 1L;

    AdminView(
            StartPanel start,
            SourcesPanel sources,
            FamiliesPanel families,
            HistoryPanel history,
            DeadLettersPanel deadLetters,
            FaultsPanel faults,
            AccountsPanel accounts,
            TokensPanel tokens) {
        addClassNames("goc-page", "goc-page-fixed");
        Div end = new Div(new Anchor("style", "Style page"));
        end.addClassName("goc-end");
        Div toolbar = new Div(new H1("Admin"), end);
        toolbar.addClassName("goc-toolbar");
        TabSheet tabs = new TabSheet();
        tabs.addClassName("goc-grow");
        tabs.add("In use", start);
        tabs.add("Sources", sources);
        tabs.add("Series", families);
        tabs.add("History", history);
        tabs.add("Dead letters", deadLetters);
        tabs.add("Faults", faults);
        tabs.add("Accounts", accounts);
        tabs.add("Tokens", tokens);
        add(toolbar, tabs);
        // A box of theirs that only scrolls can be focused, and screen readers would take it for a tab.
        tabs.getElement().executeJs("""
                const box = this.querySelector('vaadin-tabs')?.shadowRoot?.querySelector('[tabindex]');
                box?.removeAttribute('tabindex');
                """);
    }
}
