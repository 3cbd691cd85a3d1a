package io.novacron.goc.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.novacron.goc.access.AuditEntry;
import io.novacron.goc.access.AuditTrail;
import io.novacron.goc.ui.lists.Column;
import io.novacron.goc.ui.lists.Facet;
import io.novacron.goc.ui.lists.FacetedList;
import io.novacron.goc.ui.lists.KeptFilters;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.OptionalLong;

/** Who changed what, and whether the chain holds. */
@Route("audit")
@PageTitle("Audit trail · NovaCron GOC")
@RolesAllowed({"AUDITOR", "ADMIN"})
final class AuditView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN_MOST = 2_000;

    private static final FacetedList.Definition<AuditEntry> COLUMNS = new FacetedList.Definition<>(
            "entry",
            "entries",
            "Nothing was changed yet.",
            List.of(
                    Column.number("number", "#", AuditEntry::id),
                    Column.moment("when", "When", AuditEntry::occurredAt),
                    Column.text("who", "Who", AuditView::who),
                    Column.text("action", "What", AuditEntry::action),
                    Column.text("subject", "On what", AuditEntry::subject),
                    Column.wide("detail", "Detail", AuditEntry::detail)),
            List.of(new Facet<>("action", "What", AuditEntry::action), new Facet<>("who", "Who", AuditView::who)),
            AuditEntry::id);

    private final transient AuditTrail trail;
    private final FacetedList<AuditEntry> list;
    private final Span chain = new Span();

    AuditView(AuditTrail trail, KeptFilters kept) {
        this.trail = trail;
        this.list = new FacetedList<>(COLUMNS, kept);
        addClassNames("goc-page", "goc-page-fixed");
        chain.setId("chain");
        Div end = new Div(
                chain,
                new Button("Check the chain", click -> check()),
                new Button("Refresh", click -> list.show(trail.recent(SHOWN_MOST))));
        end.addClassName("goc-end");
        Span what = new Span("the newest %,d entries".formatted(SHOWN_MOST));
        what.addClassName("goc-secondary");
        Div toolbar = new Div(new H1("Audit trail"), what, end);
        toolbar.addClassName("goc-toolbar");
        add(toolbar, list);
        list.show(trail.recent(SHOWN_MOST));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list.read(event.getLocation());
    }

    private static String who(AuditEntry entry) {
        return entry.actor().name() + (entry.actor().machine() ? " (machine)" : "");
    }

    private void check() {
        OptionalLong broken = trail.firstBroken();
        chain.setText(broken.isPresent() ? "◆ broken at entry " + broken.getAsLong() : "✓ the chain holds");
    }
}
