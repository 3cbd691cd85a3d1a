package io.novacron.goc.ui.admin;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.novacron.goc.telemetry.Family;
import io.novacron.goc.telemetry.Queries;
import io.novacron.goc.telemetry.SeriesCatalog;
import org.springframework.context.annotation.Scope;

/** Families of series, those with most series first: where they go when there are too many. */
@SpringComponent
@Scope("prototype")
final class FamiliesPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN_MOST = 500;

    private final transient Queries queries;
    private final transient SeriesCatalog catalog;
    private final Grid<Family> grid = new Grid<>();
    private final Span count = new Span();
    private final TextField filter = new TextField();

    FamiliesPanel(Queries queries, SeriesCatalog catalog) {
        this.queries = queries;
        this.catalog = catalog;
        addClassName("goc-panel-body");
        filter.setPlaceholder("part of the name");
        filter.setAriaLabel("Part of the name");
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(changed -> refresh());
        Div line = new Div(filter, count);
        line.addClassName("goc-toolbar");
        grid.addComponentColumn(family -> new Anchor("metrics/" + family.metric(), family.metric()))
                .setHeader("Metric")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(family -> "%,d".formatted(family.series()))
                .setHeader("Series")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(family -> String.join(", ", family.sources())).setHeader("Sources");
        grid.setEmptyStateText("No metric has this in its name.");
        add(line, grid);
        addAttachListener(attached -> refresh());
    }

    private void refresh() {
        grid.setItems(queries.families(filter.getValue().strip(), SHOWN_MOST));
        count.setText("%,d series in all; the %d largest families are shown".formatted(catalog.size(), SHOWN_MOST));
    }
}
