package io.novacron.goc.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.novacron.goc.access.AuditEntry;
import io.novacron.goc.access.AuditTrail;
import io.novacron.goc.ui.shell.Times;
import jakarta.annotation.security.RolesAllowed;
import java.util.OptionalLong;

/** Who changed what, and whether the chain holds. */
@Route("audit")
@PageTitle("Audit trail · NovaCron GOC")
@RolesAllowed({"AUDITOR", "ADMIN"})
final class AuditView extends Div {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN_MOST = 2_000;

    private final transient AuditTrail trail;
    private final Grid<AuditEntry> grid = new Grid<>();
    private final Span chain = new Span();

    AuditView(AuditTrail trail) {
        this.trail = trail;
        addClassNames("goc-page", "goc-page-fixed");
        chain.setId("chain");
        Div end = new Div(
                chain,
                new Button("Check the chain", click -> check()),
                new Button("Refresh", click -> grid.setItems(trail.recent(SHOWN_MOST))));
        end.addClassName("goc-end");
        Span what = new Span("the newest %,d entries".formatted(SHOWN_MOST));
        what.addClassName("goc-secondary");
        Div toolbar = new Div(new H1("Audit trail"), what, end);
        toolbar.addClassName("goc-toolbar");
        add(toolbar, grid);
        grid.addClassName("goc-grow");
        grid.addColumn(AuditEntry::id).setHeader("#").setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(entry -> Times.full(entry.occurredAt()))
                .setHeader("When")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(entry -> entry.actor().name() + (entry.actor().machine() ? " (machine)" : ""))
                .setHeader("Who")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(AuditEntry::action).setHeader("What").setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(AuditEntry::subject)
                .setHeader("On what")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(AuditEntry::detail).setHeader("Detail").setFlexGrow(1);
        grid.setEmptyStateText("Nothing was changed yet.");
        grid.setItems(trail.recent(SHOWN_MOST));
    }

    private void check() {
        OptionalLong broken = trail.firstBroken();
        chain.setText(broken.isPresent() ? "◆ broken at entry " + broken.getAsLong() : "✓ the chain holds");
    }
}
