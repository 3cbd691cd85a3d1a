package io.novacron.goc.ui.telemetry;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.novacron.goc.telemetry.Queries;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.ui.live.LiveSeries;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One family of series: all series of a metric, who sends them, and which labels tell them apart. */
@Route("metrics/:metric")
@PageTitle("Metric · NovaCron GOC")
@PermitAll
final class MetricView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final int SERIES_MOST = 5_000;
    private static final int NAME_SHOWN = 80;
    private static final SeriesPanel.Pace PACE = new SeriesPanel.Pace(15, 900);

    private final transient Queries queries;
    private final transient LiveSeries live;

    MetricView(Queries queries, LiveSeries live) {
        this.queries = queries;
        this.live = live;
        addClassName("goc-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        String metric = event.getRouteParameters().get("metric").orElse("");
        List<Series> series = queries.ofMetric(metric, SERIES_MOST);
        if (series.isEmpty()) {
            unknown(metric);
        } else {
            show(metric, series);
        }
    }

    private void unknown(String metric) {
        Div empty = new Div(
                new Paragraph("There is no metric “%s”. It may not have been sent yet, or the address is misspelt."
                        .formatted(metric.length() > NAME_SHOWN ? metric.substring(0, NAME_SHOWN) + "…" : metric)),
                new Anchor("", "Back to the board"));
        empty.addClassName("goc-empty");
        add(empty);
    }

    private void show(String metric, List<Series> series) {
        Span sources = new Span("from "
                + series.stream()
                        .map(Series::source)
                        .distinct()
                        .sorted()
                        .limit(5)
                        .collect(Collectors.joining(", ")));
        sources.addClassName("goc-secondary");
        Span labels = new Span("told apart by " + told(series));
        labels.addClassName("goc-secondary");
        Div header = new Div(new H1(metric), sources, labels);
        header.addClassName("goc-toolbar");
        add(
                header,
                new SeriesPanel(
                        live,
                        series.size() < SERIES_MOST ? "Series" : "The first series",
                        series,
                        MetricView::labels,
                        PACE));
    }

    /** The labels that have more than one value, those with most first. */
    private static String told(List<Series> series) {
        Map<String, Long> values = new TreeMap<>();
        series.stream()
                .flatMap(each -> each.key().labels().stream())
                .distinct()
                .forEach(label -> values.merge(label.name(), 1L, Long::sum));
        String told = values.entrySet().stream()
                .filter(label -> label.getValue() > 1)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(5)
                .map(label -> "%s (%,d)".formatted(label.getKey(), label.getValue()))
                .collect(Collectors.joining(", "));
        return told.isEmpty() ? "nothing: there is one" : told;
    }

    private static String labels(Series series) {
        return series.key().labels().stream()
                .map(label -> label.name() + "=" + label.value())
                .collect(Collectors.joining(", "));
    }
}
