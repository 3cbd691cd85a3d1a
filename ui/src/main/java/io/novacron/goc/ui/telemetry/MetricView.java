package io.novacron.goc.ui.telemetry;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.telemetry.Queries;
import io.novacron.goc.telemetry.QueryAnswer;
import io.novacron.goc.telemetry.Question;
import io.novacron.goc.telemetry.Question.Aggregation;
import io.novacron.goc.telemetry.Series;
import io.novacron.goc.ui.live.LiveQueries;
import io.novacron.goc.ui.live.LiveSeries;
import io.novacron.goc.ui.shell.Panel;
import io.novacron.goc.ui.shell.Unknown;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One family of series: a chart of what is asked of it, all its series, who sends them, and which labels tell them
 * apart. What is asked is in the address.
 */
@Route("metrics/:metric")
@PageTitle("Metric · NovaCron GOC")
@PermitAll
final class MetricView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final int SERIES_MOST = 5_000;
    private static final String OVER_ALL = "over all";
    private static final SeriesPanel.Pace PACE = new SeriesPanel.Pace(15, 900);

    private final transient Queries queries;
    private final transient LiveQueries live;
    private final transient LiveSeries series;

    MetricView(Queries queries, LiveQueries live, LiveSeries series) {
        this.queries = queries;
        this.live = live;
        this.series = series;
        addClassName("goc-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        String metric = event.getRouteParameters().get("metric").orElse("");
        List<Series> found = queries.ofMetric(metric, SERIES_MOST);
        if (found.isEmpty()) {
            add(new Unknown("metric", metric));
        } else {
            show(metric, found, event.getLocation().getQueryParameters());
        }
    }

    private void show(String metric, List<Series> found, QueryParameters asked) {
        Span sources = new Span("from "
                + found.stream()
                        .map(Series::source)
                        .distinct()
                        .sorted()
                        .limit(5)
                        .collect(Collectors.joining(", ")));
        sources.addClassName("goc-secondary");
        Div header = new Div(new H1(metric), sources);
        header.addClassName("goc-toolbar");
        Map<String, Long> labels = labels(found);
        Asked wanted = Asked.of(asked, labels);
        add(header, choices(metric, wanted, labels), chart(metric, wanted));
        add(new SeriesPanel(
                series, found.size() < SERIES_MOST ? "Series" : "The first series", found, MetricView::text, PACE));
    }

    /** How many values each label has that does not have one only. */
    private static Map<String, Long> labels(List<Series> found) {
        Map<String, Long> values = new TreeMap<>();
        found.stream()
                .flatMap(each -> each.key().labels().stream())
                .distinct()
                .forEach(label -> values.merge(label.name(), 1L, Long::sum));
        values.values().removeIf(many -> many < 2);
        return values;
    }

    /** What the address asks for; what it does not name, or names wrongly, is the first choice. */
    private record Asked(Aggregation aggregation, String by, boolean rate, Reach reach) {

        static Asked of(QueryParameters parameters, Map<String, Long> labels) {
            String by = parameters.getSingleParameter("by").orElse("");
            return new Asked(
                    named(
                            Aggregation.values(),
                            parameters.getSingleParameter("show").orElse("")),
                    labels.containsKey(by) ? by : OVER_ALL,
                    parameters.getSingleParameter("rate").orElse("").equals("true"),
                    named(Reach.values(), parameters.getSingleParameter("reach").orElse("")));
        }

        private static <E extends Enum<E>> E named(E[] all, String name) {
            return Arrays.stream(all)
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElse(all[0]);
        }

        QueryParameters parameters() {
            return QueryParameters.simple(Map.of(
                    "show", aggregation.name(), "by", by, "rate", Boolean.toString(rate), "reach", reach.name()));
        }
    }

    private Div choices(String metric, Asked asked, Map<String, Long> labels) {
        Select<Aggregation> show = new Select<>();
        show.setLabel("Show");
        show.setItems(Aggregation.values());
        show.setItemLabelGenerator(Aggregation::words);
        show.setValue(asked.aggregation());
        Select<String> by = new Select<>();
        by.setLabel("For each");
        List<String> names = new ArrayList<>(List.of(OVER_ALL));
        names.addAll(labels.keySet());
        by.setItems(names);
        by.setItemLabelGenerator(
                name -> name.equals(OVER_ALL) ? name : "%s (%,d)".formatted(name, labels.getOrDefault(name, 0L)));
        by.setValue(asked.by());
        Select<Reach> reach = new Select<>();
        reach.setLabel("Last");
        reach.setItems(Reach.values());
        reach.setItemLabelGenerator(Reach::words);
        reach.setValue(asked.reach());
        Checkbox rate = new Checkbox("change a second", asked.rate());
        Runnable ask = () -> getUI().ifPresent(ui -> ui.navigate(
                MetricView.class,
                new RouteParameters("metric", metric),
                new Asked(show.getValue(), by.getValue(), rate.getValue(), reach.getValue()).parameters()));
        show.addValueChangeListener(changed -> ask.run());
        by.addValueChangeListener(changed -> ask.run());
        reach.addValueChangeListener(changed -> ask.run());
        rate.addValueChangeListener(changed -> ask.run());
        Div choices = new Div(show, by, reach, rate);
        choices.addClassNames("goc-toolbar", "goc-fields");
        return choices;
    }

    private Div chart(String metric, Asked asked) {
        Question question = new Question(
                metric,
                List.of(),
                asked.aggregation(),
                asked.by().equals(OVER_ALL) ? List.of() : List.of(asked.by()),
                asked.rate());
        try {
            QueryAnswer answer = live.past(
                    question,
                    asked.reach().scale().length(),
                    asked.reach().scale().step());
            if (answer.series().isEmpty()) {
                return empty("Nothing was measured in this time.");
            }
            return Panel.around(new QueryChart(live, question, asked.reach().scale(), answer));
        } catch (OperationsException e) {
            return empty(e.explanation());
        }
    }

    private static Div empty(String why) {
        Div empty = new Div(new Paragraph(why));
        empty.addClassName("goc-empty");
        return empty;
    }

    private static String text(Series series) {
        return series.key().labels().stream()
                .map(label -> label.name() + "=" + label.value())
                .collect(Collectors.joining(", "));
    }
}
