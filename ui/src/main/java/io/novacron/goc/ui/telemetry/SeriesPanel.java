package io.novacron.goc.ui.telemetry;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.ui.live.LiveSeries;
import io.novacron.goc.ui.shell.LiveChart;
import io.novacron.goc.ui.shell.Panel;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Series to choose from; the one that is chosen is a chart above. */
public final class SeriesPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient LiveSeries live;
    private final transient List<Series> series;
    private final Grid<Series> grid = new Grid<>();
    private final Div picked = new Div();

    /** How often points come and how far back a chart reaches, in seconds. */
    public record Pace(int everySeconds, int windowSeconds) {}

    /** @param labels what tells a series from the others here */
    public SeriesPanel(LiveSeries live, String title, List<Series> series, Function<Series, String> labels, Pace pace) {
        this.live = live;
        this.series = series;
        picked.addClassName("goc-columns");
        grid.setItems(series);
        grid.addColumn(each -> each.key().metric())
                .setHeader("Metric")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(labels::apply).setHeader("Labels");
        grid.addColumn(each -> format(live.latest(each.key())))
                .setHeader("Newest")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.setHeight("320px");
        grid.addItemClickListener(click -> show(click.getItem(), pace));
        add(
                picked,
                Panel.titled("%s (%,d)".formatted(title, series.size()), grid).with(filter()));
    }

    private void show(Series chosen, Pace pace) {
        picked.removeAll();
        LiveChart.Setup setup = LiveChart.Setup.of(chosen.key().metric(), "", chosen.key())
                .every(pace.everySeconds(), pace.windowSeconds());
        picked.add(Panel.around(new LiveChart(setup, live)));
    }

    private TextField filter() {
        TextField filter = new TextField();
        filter.setPlaceholder("Filter series  ( / )");
        filter.setAriaLabel("Filter series");
        filter.getElement().setAttribute("data-filter", true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(change -> {
            String wanted = change.getValue().toLowerCase(Locale.ROOT);
            grid.setItems(series.stream()
                    .filter(each ->
                            each.key().toString().toLowerCase(Locale.ROOT).contains(wanted))
                    .toList());
        });
        return filter;
    }

    private static String format(double value) {
        return Double.isNaN(value)
                ? "–"
                : String.format(Locale.ROOT, "%,.4f", value).replaceAll("\\.?0+$", "");
    }
}
