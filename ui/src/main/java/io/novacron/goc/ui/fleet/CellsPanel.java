package io.novacron.goc.ui.fleet;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.novacron.goc.ui.shell.Panel;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** The parts of a place as a heat grid: the tiles are sent when there are more of them, their states every second. */
final class CellsPanel extends Composite<Panel> {

    private static final long serialVersionUID = 1L;
    private static final int NONE_YET = -1;

    private final Cells cells = new Cells();
    private int sent = NONE_YET;

    /** @param open what a chosen tile leads to, by its id */
    CellsPanel(Consumer<String> open) {
        cells.on("cell-open", "id", open);
        addAttachListener(attached -> sent = NONE_YET);
    }

    @Override
    protected Panel initContent() {
        Div body = new Div(cells);
        body.addClassName("goc-panel-body");
        return Panel.titled("", body);
    }

    <T> void show(
            String title, List<T> parts, Function<T, Cells.Cell> tile, ToIntFunction<T> state, ToIntFunction<T> value) {
        getContent().title("%s (%d)".formatted(title, parts.size()));
        if (sent != parts.size()) {
            sent = parts.size();
            cells.tiles(parts.stream().map(tile).toList());
        }
        cells.frame(
                parts.stream().mapToInt(state).toArray(),
                parts.stream().mapToInt(value).toArray());
    }
}
