package io.novacron.goc.ui.lists;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.shared.Registration;
import io.novacron.goc.ui.shell.ClientElement;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * A list with its facets, filter, columns, saved filters and CSV. What is asked stands in the address, so that a list
 * can be shared, kept and found again after a reload.
 *
 * @param <T> a row
 */
public final class FacetedList<T> extends Div {

    private static final long serialVersionUID = 1L;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PAGE = 60;
    private static final String NO_MATCH = "Nothing matches. Take a facet or a word of the filter away.";
    private static final String MOMENT_WIDTH = "15.5em";
    /** Pixels; a page that is narrower shows no minor columns. */
    private static final int NARROW = 600;

    private final transient Definition<T> definition;
    private final Grid<T> grid = new Grid<>();
    private final TextField filter = new TextField();
    private final Span counted = new Span();
    private final Paragraph tooLong =
            new Paragraph("The address asks for more than a filter takes; only its first %d characters count."
                    .formatted(Asked.TEXT_LONGEST));
    private final ListMenu<T> menu;
    private final Map<String, Grid.Column<T>> columns = new HashMap<>();
    private final ClientElement facets = new ClientElement("goc-facets");
    private transient List<FacetValues> facetsShown = List.of();
    private transient List<T> all = List.of();
    private transient Asked asked = Asked.ALL;
    private transient Location place = new Location("");
    private boolean isNarrow;

    /**
     * What a list shows.
     *
     * @param one what a row is
     * @param name what its rows are, in the plural: its saved filters and its file are called by it
     * @param empty what is said when there is none at all, and how there will be some
     * @param identity what stays the same of a row when it changes
     */
    public record Definition<T>(
            String one,
            String name,
            String empty,
            List<Column<T>> columns,
            List<Facet<T>> facets,
            Function<T, ?> identity) {

        /** The columns that tell something: they can be hidden, and are written to CSV. */
        List<Column<T>> telling() {
            return columns.stream()
                    .filter(column -> column.kind() != Column.Kind.ACTION)
                    .toList();
        }

        Collection<String> facetKeys() {
            return facets.stream().map(Facet::key).toList();
        }

        /** Where words are looked for: in what is text, which moments and numbers are not. */
        List<Function<T, String>> searched() {
            return columns.stream()
                    .filter(Column::isSearched)
                    .<Function<T, String>>map(column -> column::textOf)
                    .toList();
        }
    }

    /** What the browser says was ticked. */
    private record Chosen(String key, String value, boolean wanted) {}

    public FacetedList(Definition<T> definition, KeptFilters kept) {
        this.definition = definition;
        this.menu = new ListMenu<>(this, definition, kept);
        addClassNames("goc-list", "goc-grow");
        filter.setPlaceholder("Filter  ( / )");
        filter.setAriaLabel("Filter " + definition.name());
        filter.setClearButtonVisible(true);
        filter.setMaxLength(Asked.TEXT_LONGEST);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.setValueChangeTimeout(60);
        filter.getElement().setAttribute("data-filter", true);
        filter.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                ask(asked.withText(change.getValue()));
            }
        });
        counted.addClassName("goc-secondary");
        counted.getElement().setAttribute("role", "status");
        tooLong.addClassName("goc-notice");
        tooLong.setVisible(false);
        Div tools = new Div(tooLong, filter, counted, menu);
        tools.addClassName("goc-list-tools");
        facets.addClassName("goc-facets");
        facets.on("facet-chosen", "choice", text -> {
            Chosen chosen = JSON.readValue(text, Chosen.class);
            ask(asked.with(chosen.key(), chosen.value(), chosen.wanted()));
        });
        definition.columns().forEach(this::add);
        grid.setPageSize(PAGE);
        grid.addClassName("goc-grow");
        addAttachListener(attached -> fit(attached.getUI().getPage()));
        Div right = new Div(tools, grid);
        right.addClassName("goc-list-rows");
        add(facets, right);
    }

    /** Shows what there is room for, now and when a phone is turned. */
    private void fit(Page page) {
        isNarrow(page.getExtendedClientDetails().getWindowInnerWidth());
        Registration resized = page.addBrowserWindowResizeListener(change -> isNarrow(change.getWidth()));
        addDetachListener(detached -> {
            detached.unregisterListener();
            resized.remove();
        });
    }

    private void isNarrow(int width) {
        isNarrow = width > 0 && width < NARROW;
        showColumns();
    }

    private void showColumns() {
        for (Column<T> column : definition.columns()) {
            Grid.Column<T> shown = columns.get(column.key());
            if (shown != null) {
                shown.setVisible(!asked.hidden().contains(column.key()) && !(isNarrow && column.isMinor()));
            }
        }
    }

    private void add(Column<T> column) {
        Grid.Column<T> shown = shown(column);
        shown.setHeader(column.title()).setComparator(order(column)).setSortable(column.kind() != Column.Kind.ACTION);
        switch (column.kind()) {
            case TEXT, ACTION -> shown.setAutoWidth(true).setFlexGrow(0);
            case NUMBER -> shown.setAutoWidth(true).setFlexGrow(0).setTextAlign(ColumnTextAlign.END);
            case WIDE -> shown.setFlexGrow(1).setTooltipGenerator(column::textOf);
            case MOMENT -> shown.setWidth(MOMENT_WIDTH).setFlexGrow(0);
        }
        columns.put(column.key(), shown);
    }

    /** Links and moments are drawn by the browser: a component for each would make every filter wait. */
    private Grid.Column<T> shown(Column<T> column) {
        Function<T, Component> cell = column.cell();
        Function<T, String> address = column.address();
        if (cell != null) {
            return grid.addComponentColumn(cell::apply);
        }
        if (address != null) {
            return grid.addColumn(LitRenderer.<T>of("<a href=${item.href}>${item.text}</a>")
                    .withProperty("href", address::apply)
                    .withProperty("text", column::textOf));
        }
        if (column.kind() == Column.Kind.MOMENT) {
            return grid.addColumn(LitRenderer.<T>of("<goc-time at=${item.at}></goc-time>")
                    .withProperty("at", row -> ((Instant) column.value().apply(row)).toEpochMilli()));
        }
        return grid.addColumn(column::textOf);
    }

    @SuppressWarnings("unchecked") // A column holds values of one type; one that has no order is ordered by its text.
    private static <T> Comparator<T> order(Column<T> column) {
        return Comparator.comparing(
                column.value(),
                Comparator.nullsLast((left, right) -> left instanceof Comparable<?>
                        ? ((Comparable<Object>) left).compareTo(right)
                        : left.toString().compareTo(right.toString())));
    }

    /** The rows themselves: to select, to walk, to open. */
    public Grid<T> grid() {
        return grid;
    }

    /** Reads what the address asks for. */
    public void read(Location location) {
        place = location;
        QueryParameters address = location.getQueryParameters();
        asked = Asked.of(address, definition.facetKeys());
        filter.setValue(asked.text());
        tooLong.setVisible(Asked.isTooLong(address));
        sift();
    }

    /** Shows these rows from now on; what was selected stays so. */
    public void show(List<T> rows) {
        all = rows;
        sift();
    }

    /** What is asked of the list. */
    Asked asked() {
        return asked;
    }

    QueryParameters query() {
        return asked.in(QueryParameters.empty(), definition.facetKeys());
    }

    /** Asks for something else, and says so in the address. */
    void ask(Asked other) {
        asked = other;
        filter.setValue(other.text());
        place = new Location(place.getPath(), other.in(place.getQueryParameters(), definition.facetKeys()));
        UI.getCurrent().getPage().getHistory().replaceState(null, place);
        sift();
    }

    /** Asks for what an address asks for. */
    void ask(QueryParameters address) {
        ask(Asked.of(address, definition.facetKeys()));
    }

    private void sift() {
        Sifted<T> sifted = Sifted.of(all, definition.facets(), definition.searched(), asked);
        var selected =
                grid.getSelectedItems().stream().map(definition.identity()).collect(Collectors.toSet());
        grid.setItems(sifted.rows());
        grid.setEmptyStateText(all.isEmpty() ? definition.empty() : NO_MATCH);
        if (!selected.isEmpty()) {
            sifted.rows().stream()
                    .filter(row -> selected.contains(definition.identity().apply(row)))
                    .forEach(grid::select);
        }
        show(sifted);
        showColumns();
        counted.setText(
                sifted.rows().size() == all.size()
                        ? "%,d %s".formatted(all.size(), all.size() == 1 ? definition.one() : definition.name())
                        : "%,d of %,d %s".formatted(sifted.rows().size(), all.size(), definition.name()));
        menu.refresh();
    }

    private void show(Sifted<T> sifted) {
        List<FacetValues> values = definition.facets().stream()
                .map(facet -> FacetValues.of(facet, sifted.countsOf(facet), asked))
                .toList();
        if (!values.equals(facetsShown)) {
            facetsShown = values;
            facets.callWithJson("show", values);
        }
    }

    /** The rows as they are shown, sorted, with the columns that are shown. */
    byte[] csv() {
        List<Column<T>> shown = definition.telling().stream()
                .filter(column -> !asked.hidden().contains(column.key()))
                .toList();
        return Csv.of(shown, grid.getListDataView().getItems());
    }
}
