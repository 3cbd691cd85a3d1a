package io.novacron.goc.ui.telemetry;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.novacron.goc.telemetry.Queries;
import io.novacron.goc.telemetry.Question;
import io.novacron.goc.telemetry.Question.Aggregation;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.ui.charts.Chart;
import io.novacron.goc.ui.charts.TimeBar;
import io.novacron.goc.ui.charts.TimeWindow;
import io.novacron.goc.ui.charts.TimedPage;
import io.novacron.goc.ui.live.LiveSeries;
import io.novacron.goc.ui.shell.Unknown;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One family of series: a chart of what is asked of it, all its series, and who sends them. */
@Route("metrics/:metric")
@PageTitle("Metric · NovaCron GOC")
@PermitAll
final class MetricView extends TimedPage {

    private static final long serialVersionUID = 1L;
    private static final int SERIES_MOST = 5_000;
    private static final int SOURCES_NAMED = 5;

    private final transient Queries queries;
    private final transient Chart.Sources sources;
    private final transient LiveSeries live;

    MetricView(Queries queries, Chart.Sources sources, LiveSeries live, Clock clock) {
        super(clock);
        this.queries = queries;
        this.sources = sources;
        this.live = live;
    }

    @Override
    protected void show(BeforeEnterEvent event, TimeWindow window, TimeBar time) {
        String metric = event.getRouteParameters().get("metric").orElse("");
        List<Series> found = queries.ofMetric(metric, SERIES_MOST);
        if (found.isEmpty()) {
            add(new Unknown("metric", metric));
            return;
        }
        Span from = new Span("from "
                + found.stream()
                        .map(Series::source)
                        .distinct()
                        .sorted()
                        .limit(SOURCES_NAMED)
                        .collect(Collectors.joining(", ")));
        from.addClassName("goc-secondary");
        Div end = new Div(time);
        end.addClassName("goc-end");
        Div header = new Div(new H1(metric), from, end);
        header.addClassName("goc-toolbar");
        add(header, chart(metric, event.getLocation(), window, time));
        add(new SeriesPanel(live, sources, found, MetricView::text, window));
    }

    private QueryPanel chart(String metric, Location here, TimeWindow window, TimeBar time) {
        String asked = here.getQueryParameters()
                .getSingleParameter("q")
                .orElseGet(() -> new Question(metric, List.of(), Aggregation.AVG, List.of(), false).promql());
        QueryPanel[] panel = new QueryPanel[1];
        panel[0] = new QueryPanel(
                asked,
                queries,
                sources,
                new QueryPanel.Asking(
                        window, Compared.NOTHING, () -> remember(here, panel[0].expression(), time), null));
        return panel[0];
    }

    private void remember(Location here, String expression, TimeBar time) {
        Map<String, List<String>> all = new HashMap<>(here.getQueryParameters().getParameters());
        all.put("q", List.of(expression));
        Location next = new Location(here.getPath(), new QueryParameters(all));
        getUI().ifPresent(ui -> ui.getPage().getHistory().pushState(null, next));
        time.at(next);
    }

    private static String text(Series series) {
        return series.key().labels().stream()
                .map(label -> label.name() + "=" + label.value())
                .collect(Collectors.joining(", "));
    }
}
