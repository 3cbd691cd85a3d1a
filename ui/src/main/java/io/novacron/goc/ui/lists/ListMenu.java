package io.novacron.goc.ui.lists;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.novacron.goc.access.SavedFilter;
import io.novacron.goc.ui.shell.Notices;
import java.io.ByteArrayInputStream;
import java.util.List;

/** What can be done with a list: choose its columns, keep what is asked, take the rows away. */
final class ListMenu<T> extends Div {

    private static final long serialVersionUID = 1L;

    private final FacetedList<T> list;
    private final transient FacetedList.Definition<T> definition;
    private final transient KeptFilters kept;
    private final SubMenu filters;
    private final List<MenuItem> columns;

    ListMenu(FacetedList<T> list, FacetedList.Definition<T> definition, KeptFilters kept) {
        this.list = list;
        this.definition = definition;
        this.kept = kept;
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        filters = bar.addItem("Saved filters").getSubMenu();
        SubMenu shown = bar.addItem("Columns").getSubMenu();
        columns =
                definition.telling().stream().map(column -> item(shown, column)).toList();
        Anchor csv = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] content = list.csv();
                    return new DownloadResponse(
                            new ByteArrayInputStream(content),
                            definition.name() + ".csv",
                            "text/csv; charset=utf-8",
                            content.length);
                }),
                AttachmentType.DOWNLOAD,
                "CSV");
        csv.setTitle("The rows that are shown, as comma-separated values");
        addClassName("goc-list-menu");
        add(bar, csv);
        addAttachListener(attached -> filters());
    }

    private MenuItem item(SubMenu menu, Column<T> column) {
        MenuItem item = menu.addItem(
                column.title(),
                click -> list.ask(
                        list.asked().withColumn(column.key(), click.getSource().isChecked())));
        item.setCheckable(true);
        item.setKeepOpen(true);
        return item;
    }

    /** Ticks the columns that are shown. */
    void refresh() {
        List<Column<T>> telling = definition.telling();
        for (int column = 0; column < columns.size(); column++) {
            String key = telling.get(column).key();
            columns.get(column).setChecked(!list.asked().hidden().contains(key));
        }
    }

    private void filters() {
        filters.removeAll();
        filters.addItem("Save this filter …", click -> keep());
        List<SavedFilter> known = kept.of(definition.name());
        for (SavedFilter filter : known) {
            filters.addItem(filter.name(), click -> list.ask(QueryParameters.fromString(filter.query())));
        }
        if (!known.isEmpty()) {
            SubMenu remove = filters.addItem("Remove").getSubMenu();
            known.forEach(filter -> remove.addItem(filter.name(), click -> {
                if (Notices.attempt(() -> kept.remove(filter), "Removed “%s”".formatted(filter.name()))) {
                    filters();
                }
            }));
        }
    }

    private void keep() {
        TextField name = new TextField("Name");
        name.setMaxLength(SavedFilter.NAME_LONGEST);
        name.focus();
        Dialog dialog = new Dialog("Save this filter", name);
        Button save = new Button("Save", click -> {
            String query = list.query().getQueryString();
            if (Notices.attempt(
                    () -> kept.save(new SavedFilter(definition.name(), name.getValue(), query)),
                    "Saved; find it under Saved filters")) {
                dialog.close();
                filters();
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER);
        dialog.getFooter().add(new Button("Cancel", click -> dialog.close()), save);
        dialog.open();
    }
}
