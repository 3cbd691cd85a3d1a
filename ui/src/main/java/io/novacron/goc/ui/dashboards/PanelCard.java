package io.novacron.goc.ui.dashboards;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import io.novacron.goc.dashboards.Panel;
import io.novacron.goc.ui.charts.Chart;
import io.novacron.goc.ui.charts.ChartSetup;
import io.novacron.goc.ui.charts.Happening;
import io.novacron.goc.ui.charts.Layer;
import io.novacron.goc.ui.charts.Threshold;
import io.novacron.goc.ui.charts.TimeWindow;
import io.novacron.goc.ui.charts.Values;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A panel of a dashboard on the screen. */
final class PanelCard extends Div {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Chart chart;

    /** What can be done with a panel while its dashboard is put together. */
    record Editing(Runnable edit, Runnable remove) {}

    /** @param editing {@code null} while it is only looked at */
    PanelCard(Panel panel, Choices choices, TimeWindow window, Chart.Sources sources, @Nullable Editing editing) {
        addClassNames("goc-panel", "goc-card");
        getElement().setAttribute("data-number", Integer.toString(panel.number()));
        if (editing != null) {
            add(handles(panel, editing));
        }
        chart = switch (panel.kind()) {
            case LINES, FORECAST -> new Chart(lines(panel, choices), window, sources);
            case NUMBER, TABLE, TEXT -> null;
        };
        add(chart != null ? chart : still(panel, choices, window, sources));
        if (editing != null) {
            NativeButton corner = new NativeButton("◢");
            corner.addClassName("goc-resize");
            corner.getElement()
                    .setAttribute("data-resize", true)
                    .setAttribute("aria-label", "Resize %s, with the arrow keys".formatted(name(panel)));
            add(corner);
        }
    }

    void annotate(List<Happening> what) {
        if (chart != null) {
            chart.annotate(what);
        }
    }

    private static String name(Panel panel) {
        return panel.title().isEmpty() ? "panel " + panel.number() : panel.title();
    }

    private static Div handles(Panel panel, Editing editing) {
        NativeButton move = new NativeButton("✥ Move");
        move.addClassName("goc-move");
        move.getElement()
                .setAttribute("data-move", true)
                .setAttribute("aria-label", "✥ Move %s, with the arrow keys".formatted(name(panel)));
        Button edit = new Button("Edit", click -> editing.edit().run());
        Button remove = new Button("Remove", click -> editing.remove().run());
        List.of(edit, remove).forEach(button -> button.addThemeVariants(ButtonVariant.TERTIARY));
        Div handles = new Div(move, edit, remove);
        handles.addClassName("goc-handles");
        return handles;
    }

    private static Component still(Panel panel, Choices choices, TimeWindow window, Chart.Sources sources) {
        if (panel.kind() == Panel.Kind.TEXT) {
            Div text = new Div(panel.text());
            text.addClassName("goc-text");
            Div body = new Div(new H3(panel.title()), text);
            body.addClassName("goc-panel-body");
            return body;
        }
        List<Layer> layers = layers(panel, choices);
        return new Values(
                new Values.Setup(panel.title(), panel.unit(), panel.kind() == Panel.Kind.TABLE, layers, limits(panel)),
                window,
                sources);
    }

    private static ChartSetup lines(Panel panel, Choices choices) {
        ChartSetup setup = ChartSetup.of(panel.title(), panel.unit(), layers(panel, choices))
                .with(limits(panel).toArray(Threshold[]::new));
        return panel.kind() == Panel.Kind.FORECAST ? setup.lookingAhead() : setup;
    }

    private static List<Layer> layers(Panel panel, Choices choices) {
        List<Layer> layers = new ArrayList<>();
        panel.queries()
                .forEach(query -> layers.add(new Layer(
                        query.legend(), choices.in(query.expression()), Duration.ZERO, Layer.Role.LINE, null)));
        return layers;
    }

    private static List<Threshold> limits(Panel panel) {
        return panel.limits().stream()
                .map(limit -> new Threshold(limit.value(), limit.severity(), limit.severity()))
                .toList();
    }
}
