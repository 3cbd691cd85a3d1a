package io.novacron.goc.ui.telemetry;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.ui.charts.Chart;
import io.novacron.goc.ui.charts.ChartSetup;
import io.novacron.goc.ui.charts.TimeWindow;
import io.novacron.goc.ui.live.LiveSeries;
import io.novacron.goc.ui.shell.Panel;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Series to choose from; the one that is chosen is a chart above. */
public final class SeriesPanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient List<Series> series;
    private final Grid<Series> grid = new Grid<>();
    private final Div picked = new Div();

    /**
     * @param labels what tells a series from the others here
     * @param window what a chosen series shows
     */
    public SeriesPanel(
            LiveSeries live,
            Chart.Sources sources,
            List<Series> series,
            Function<Series, String> labels,
            TimeWindow window) {
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
        grid.addClassName("goc-grid-short");
        grid.setEmptyStateText("No series is known here yet. They appear by themselves when something sends them.");
        grid.addItemClickListener(click -> show(click.getItem(), live, sources, window));
        add(
                picked,
                Panel.titled("All series (%,d)".formatted(series.size()), grid).with(filter()));
    }

    private void show(Series chosen, LiveSeries live, Chart.Sources sources, TimeWindow window) {
        ChartSetup setup = ChartSetup.of(chosen.key().metric(), "", chosen.key())
                .every(live.intervalSeconds(chosen.key()))
                .toExplore();
        Panel chart = Panel.around(new Chart(setup, window, sources));
        picked.removeAll();
        picked.add(chart);
        chart.getElement().executeJs("this.scrollIntoView({ block: 'nearest' })");
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
