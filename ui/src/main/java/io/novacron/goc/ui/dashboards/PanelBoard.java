package io.novacron.goc.ui.dashboards;

import com.vaadin.flow.component.html.Div;
import io.novacron.goc.dashboards.Box;
import io.novacron.goc.dashboards.Content;
import io.novacron.goc.dashboards.Panel;
import io.novacron.goc.ui.charts.Happening;
import io.novacron.goc.ui.charts.TimeWindow;
import io.novacron.goc.ui.shell.ClientElement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The panels of a dashboard where they stand; while it is put together they can be moved, changed and removed. */
final class PanelBoard extends Div {

    private static final long serialVersionUID = 1L;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final transient Choices choices;
    private final transient TimeWindow window;
    private final transient DashboardView.Parts parts;
    private transient Content content;
    private boolean editing;

    /** Where a panel stands, as the browser knows it. */
    private record Place(int number, int x, int y, int width, int height) {
        static Place of(Panel panel) {
            Box box = panel.box();
            return new Place(panel.number(), box.x(), box.y(), box.width(), box.height());
        }
    }

    PanelBoard(Content content, Choices choices, TimeWindow window, DashboardView.Parts parts) {
        this.content = content;
        this.choices = choices;
        this.window = window;
        this.parts = parts;
        show();
    }

    Content content() {
        return content;
    }

    void edit(boolean wanted) {
        editing = wanted;
        show();
    }

    void change(Content other) {
        content = other;
        show();
    }

    void addPanel() {
        Panel fresh = new Panel(0, Panel.Kind.TEXT, "", "", List.of(), List.of(), "", PanelDialog.USUAL);
        open(fresh, panel -> change(content.with(panel)));
    }

    private void open(Panel panel, java.util.function.Consumer<Panel> done) {
        new PanelDialog(panel, parts.queries(), choices, done).open();
    }

    private void show() {
        removeAll();
        if (content.panels().isEmpty()) {
            Div empty = new Div(
                    editing
                            ? "Nothing here yet. Add a panel above."
                            : "Nothing here yet. Its owner adds panels by Edit, or keeps charts of Explore here.");
            empty.addClassName("goc-empty");
            add(empty);
            return;
        }
        ClientElement grid = new ClientElement("goc-panel-grid");
        grid.getElement().setAttribute("editing", editing);
        List<Happening> what = parts.happenings()
                .of(Optional.empty(), window.range(parts.clock().instant().plusSeconds(1)));
        content.panels().forEach(panel -> {
            PanelCard card = new PanelCard(panel, choices, window, parts.sources(), editing ? editing(panel) : null);
            card.annotate(what);
            grid.getElement().appendChild(card.getElement());
        });
        grid.callWithJson("setLayout", content.panels().stream().map(Place::of).toList());
        grid.on("layout-changed", "layout", this::moved);
        add(grid);
    }

    private PanelCard.Editing editing(Panel panel) {
        return new PanelCard.Editing(
                () -> open(panel, changed -> change(content.replacing(changed.at(boxOf(panel.number()))))),
                () -> change(content.without(panel.number())));
    }

    private Box boxOf(int number) {
        return content.panels().stream()
                .filter(panel -> panel.number() == number)
                .findFirst()
                .map(Panel::box)
                .orElse(PanelDialog.USUAL);
    }

    /** The browser shows it already. */
    private void moved(String layout) {
        Place[] places = JSON.readValue(layout, Place[].class);
        List<Panel> panels = content.panels().stream()
                .map(panel -> Arrays.stream(places)
                        .filter(place -> place.number() == panel.number())
                        .findFirst()
                        .map(place -> panel.at(new Box(place.x(), place.y(), place.width(), place.height())))
                        .orElse(panel))
                .toList();
        content = new Content(panels, content.variables(), content.from());
    }
}
