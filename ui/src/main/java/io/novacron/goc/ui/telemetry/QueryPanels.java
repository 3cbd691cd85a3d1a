package io.novacron.goc.ui.telemetry;

import com.vaadin.flow.component.html.Div;
import io.novacron.goc.telemetry.Queries;
import io.novacron.goc.telemetry.Question;
import io.novacron.goc.ui.charts.Chart;
import io.novacron.goc.ui.charts.Happening;
import io.novacron.goc.ui.charts.TimeWindow;
import io.novacron.goc.ui.dashboards.KeepDialog;
import java.util.List;
import java.util.stream.Stream;

/** Several things that are asked over one span of time. */
final class QueryPanels extends Div {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 12;

    private final transient Queries queries;
    private final transient Chart.Sources sources;
    private final transient Runnable changed;
    private transient TimeWindow window = TimeWindow.usual();
    private Compared compared = Compared.NOTHING;

    /** @param changed what to do when something else is asked */
    QueryPanels(Queries queries, Chart.Sources sources, Runnable changed) {
        this.queries = queries;
        this.sources = sources;
        this.changed = changed;
        addClassName("goc-queries");
    }

    /** Asks these, or offers to ask the first. */
    void ask(List<String> expressions, TimeWindow over, Compared with) {
        window = over;
        compared = with;
        removeAll();
        (expressions.isEmpty() ? List.of("") : expressions).stream().limit(MOST).forEach(this::ask);
    }

    /** Asks the same, and compares it. */
    void compare(Compared with) {
        ask(expressions(), window, with);
        changed.run();
    }

    void addOne() {
        ask("");
        changed.run();
    }

    boolean isFull() {
        return getComponentCount() >= MOST;
    }

    Compared compared() {
        return compared;
    }

    /** The charts, as a dashboard keeps them. */
    List<KeepDialog.Kept> kept() {
        return askable()
                .filter(expression -> !expression.isBlank())
                .map(expression -> new KeepDialog.Kept(
                        QueryPanel.title(expression), Units.of(Question.of(expression)), expression))
                .toList();
    }

    /** What is asked and not too long to be. */
    Stream<String> askable() {
        return panels().map(QueryPanel::expression).filter(expression -> expression.length() <= QueryPanel.LONGEST);
    }

    /** What is asked, in the order of the screen; empty where nothing is yet. */
    List<String> expressions() {
        return panels().map(QueryPanel::expression).toList();
    }

    void annotate(List<Happening> what) {
        panels().forEach(panel -> panel.annotate(what));
    }

    private void ask(String expression) {
        QueryPanel[] panel = new QueryPanel[1];
        panel[0] = new QueryPanel(expression, queries, sources, new QueryPanel.Asking(window, compared, changed, () -> {
            remove(panel[0]);
            changed.run();
        }));
        add(panel[0]);
    }

    private Stream<QueryPanel> panels() {
        return getChildren().filter(QueryPanel.class::isInstance).map(QueryPanel.class::cast);
    }
}
