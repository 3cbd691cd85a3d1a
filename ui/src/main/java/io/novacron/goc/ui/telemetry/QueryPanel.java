package io.novacron.goc.ui.telemetry;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.novacron.goc.kernel.OperationsException;
import io.novacron.goc.telemetry.Queries;
import io.novacron.goc.telemetry.Question;
import io.novacron.goc.ui.charts.Chart;
import io.novacron.goc.ui.charts.ChartSetup;
import io.novacron.goc.ui.charts.Happening;
import io.novacron.goc.ui.charts.Layer;
import io.novacron.goc.ui.charts.TimeWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thing that is asked, and its chart: by fields, or as PromQL, which the fields write. */
final class QueryPanel extends Div {

    private static final long serialVersionUID = 1L;

    /** The longest expression that is taken from an address or a field. */
    static final int LONGEST = 4_000;

    private static final int TITLE_LONGEST = 120;

    private final transient Queries queries;
    private final transient Chart.Sources sources;
    private final transient Asking asking;
    private final Div body = new Div();
    private final TextField text = new TextField();
    private transient List<Happening> happenings = List.of();
    private transient @Nullable Chart chart;
    private String expression;

    /**
     * How panels of a screen ask.
     *
     * @param changed what to do when something else is asked
     * @param removed what to do when the panel is not wanted; {@code null} when it stays
     */
    record Asking(
            TimeWindow window,
            Compared compared,
            Runnable changed,
            @Nullable Runnable removed) {}

    QueryPanel(String expression, Queries queries, Chart.Sources sources, Asking asking) {
        this.expression = expression;
        this.queries = queries;
        this.sources = sources;
        this.asking = asking;
        addClassNames("goc-panel", "goc-query");
        text.setPlaceholder("PromQL, for example sum by (region) (rate(requests_total[$__rate_interval]))");
        text.setAriaLabel("PromQL");
        text.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        text.setMaxLength(LONGEST);
        text.setClearButtonVisible(true);
        text.addClassName("goc-promql");
        text.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                ask(change.getValue());
            }
        });
        text.addKeyPressListener(Key.ENTER, press -> text.blur());
        add(body);
        show();
    }

    String expression() {
        return expression;
    }

    void annotate(List<Happening> what) {
        happenings = what;
        if (chart != null) {
            chart.annotate(what);
        }
    }

    private void ask(String another) {
        if (!another.equals(expression)) {
            expression = another;
            show();
            asking.changed().run();
        }
    }

    private void show() {
        body.removeAll();
        chart = null;
        Question question = Question.of(expression).orElse(null);
        text.setValue(expression.length() > LONGEST ? "" : expression);
        Div line = new Div(text);
        line.addClassName("goc-toolbar");
        Runnable removed = asking.removed();
        if (removed != null) {
            Button remove = new Button("Remove", click -> removed.run());
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            line.add(remove);
        }
        body.add(new QuestionFields(queries, question, asked -> ask(asked.promql())), line, answer(question));
    }

    private Div answer(@Nullable Question question) {
        if (expression.isBlank()) {
            return message("Choose a metric, or write PromQL.");
        }
        if (expression.length() > LONGEST) {
            return message(
                    "The expression has %,d characters; at most %,d are asked. Shorten it, for example by a pattern."
                            .formatted(expression.length(), LONGEST));
        }
        try {
            queries.check(expression);
        } catch (OperationsException e) {
            return message(e.explanation());
        }
        List<Layer> layers = new ArrayList<>(List.of(Layer.of(expression)));
        asking.compared().of(layers.getFirst()).ifPresent(layers::add);
        Chart made = new Chart(
                ChartSetup.of(title(expression), Units.of(Optional.ofNullable(question)), layers)
                        .toExplore(),
                asking.window(),
                sources);
        made.addClassName("goc-chart-large");
        made.annotate(happenings);
        chart = made;
        return new Div(made);
    }

    /** What a chart of the expression is called. */
    static String title(String expression) {
        return Question.of(expression)
                .map(question -> question.metric()
                        + ", "
                        + question.aggregation().words()
                        + (question.rate() ? " of changes a second" : ""))
                .orElse(
                        expression.length() > TITLE_LONGEST
                                ? expression.substring(0, TITLE_LONGEST) + "…"
                                : expression);
    }

    private static Div message(String why) {
        Div message = new Div(why);
        message.addClassName("goc-empty");
        return message;
    }
}
