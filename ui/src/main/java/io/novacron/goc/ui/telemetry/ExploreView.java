package io.novacron.goc.ui.telemetry;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.novacron.goc.telemetry.Queries;
import io.novacron.goc.telemetry.Question;
import io.novacron.goc.ui.charts.Chart;
import io.novacron.goc.ui.charts.Happening;
import io.novacron.goc.ui.charts.Happenings;
import io.novacron.goc.ui.charts.TimeBar;
import io.novacron.goc.ui.charts.TimeWindow;
import io.novacron.goc.ui.charts.TimedPage;
import io.novacron.goc.ui.dashboards.KeepDialog;
import io.novacron.goc.ui.shell.CopyLink;
import io.novacron.goc.ui.shell.Notices;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Any metric, asked in any way, several at once over one span of time; all of it is in the address. */
@Route("explore")
@PageTitle("Explore · NovaCron GOC")
@PermitAll
final class ExploreView extends TimedPage {

    private static final long serialVersionUID = 1L;
    private static final int PANELS_MOST = 12;

    private final transient Queries queries;
    private final transient Chart.Sources sources;
    private final transient Happenings happenings;
    private final transient KeepDialog.Service dashboards;
    private final transient Clock clock;
    private final Div panels = new Div();
    private final Button add = new Button("Add a panel", click -> addPanel());
    private Compared compared = Compared.NOTHING;
    private transient TimeWindow window = TimeWindow.usual();
    private transient @Nullable Location here;

    ExploreView(
            Queries queries, Chart.Sources sources, Happenings happenings, KeepDialog.Service dashboards, Clock clock) {
        super(clock);
        this.dashboards = dashboards;
        this.queries = queries;
        this.sources = sources;
        this.happenings = happenings;
        this.clock = clock;
        panels.addClassName("goc-queries");
        add.addThemeVariants(ButtonVariant.PRIMARY);
    }

    @Override
    protected void show(BeforeEnterEvent event, TimeWindow shown, TimeBar time) {
        window = shown;
        here = event.getLocation();
        QueryParameters asked = here.getQueryParameters();
        compared = Compared.of(asked.getSingleParameter("compare").orElse(""));
        Button keep = new Button("Keep on a dashboard", click -> keep());
        Div end = new Div(comparison(), add, keep, new CopyLink(), time);
        end.addClassNames("goc-end", "goc-fields");
        Div toolbar = new Div(new H1("Explore"), end);
        toolbar.addClassName("goc-toolbar");
        add(toolbar, panels);
        panels.removeAll();
        List<String> expressions = asked.getParameters("q");
        (expressions.isEmpty() ? List.of("") : expressions)
                .stream().limit(PANELS_MOST).forEach(expression -> panels.add(panel(expression)));
        annotate();
    }

    private Select<Compared> comparison() {
        Select<Compared> comparison = new Select<>();
        comparison.setLabel("Compare with");
        comparison.setItems(Compared.values());
        comparison.setItemLabelGenerator(Compared::words);
        comparison.setValue(compared);
        comparison.addValueChangeListener(change -> {
            compared = change.getValue();
            List<String> expressions = expressions();
            panels.removeAll();
            expressions.forEach(expression -> panels.add(panel(expression)));
            annotate();
            remember();
        });
        return comparison;
    }

    private void keep() {
        List<KeepDialog.Kept> charts = expressions().stream()
                .filter(expression -> !expression.isBlank() && expression.length() <= QueryPanel.LONGEST)
                .map(expression -> new KeepDialog.Kept(
                        QueryPanel.title(expression), Units.of(Question.of(expression)), expression))
                .toList();
        if (charts.isEmpty()) {
            Notices.done("There is no chart to keep yet; choose a metric first");
        } else {
            new KeepDialog(charts, dashboards).open();
        }
    }

    private QueryPanel panel(String expression) {
        QueryPanel[] panel = new QueryPanel[1];
        panel[0] = new QueryPanel(
                expression, queries, sources, new QueryPanel.Asking(window, compared, this::changed, () -> {
                    panels.remove(panel[0]);
                    changed();
                }));
        return panel[0];
    }

    private void addPanel() {
        panels.add(panel(""));
        changed();
    }

    private void changed() {
        annotate();
        remember();
        add.setEnabled(panels.getComponentCount() < PANELS_MOST);
    }

    private List<String> expressions() {
        return panels.getChildren()
                .filter(QueryPanel.class::isInstance)
                .map(QueryPanel.class::cast)
                .map(QueryPanel::expression)
                .toList();
    }

    /** Marks the charts with what happened at the place that all of them are about, or everywhere. */
    private void annotate() {
        List<Happening> what = happenings.of(
                AboutPlace.of(expressions()), window.range(clock.instant().plusSeconds(1)));
        panels.getChildren()
                .filter(QueryPanel.class::isInstance)
                .map(QueryPanel.class::cast)
                .forEach(panel -> panel.annotate(what));
    }

    /** Puts what is asked into the address; Back leads to what was asked before. */
    private void remember() {
        Location address = here;
        if (address == null) {
            return;
        }
        Map<String, List<String>> all =
                new HashMap<>(address.getQueryParameters().getParameters());
        all.put(
                "q",
                expressions().stream()
                        .filter(each -> each.length() <= QueryPanel.LONGEST)
                        .toList());
        all.put("compare", List.of(compared.code()));
        Location next = new Location(address.getPath(), new QueryParameters(all));
        here = next;
        getUI().ifPresent(ui -> ui.getPage().getHistory().pushState(null, next));
        Optional<TimeBar> time = getChildren()
                .flatMap(child -> child.getChildren())
                .flatMap(child -> child.getChildren())
                .filter(TimeBar.class::isInstance)
                .map(TimeBar.class::cast)
                .findFirst();
        time.ifPresent(bar -> bar.at(next));
    }
}
