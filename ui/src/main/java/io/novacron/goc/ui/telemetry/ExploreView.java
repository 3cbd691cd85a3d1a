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
import io.novacron.goc.ui.charts.Chart;
import io.novacron.goc.ui.charts.Happenings;
import io.novacron.goc.ui.charts.TimeBar;
import io.novacron.goc.ui.charts.TimeWindow;
import io.novacron.goc.ui.charts.TimedPage;
import io.novacron.goc.ui.dashboards.KeepDialog;
import io.novacron.goc.ui.shell.CopyLink;
import io.novacron.goc.ui.shell.Notices;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Any metric, asked in any way, several at once over one span of time; all of it is in the address. */
@Route("explore")
@PageTitle("Explore · NovaCron GOC")
@PermitAll
final class ExploreView extends TimedPage {

    private static final long serialVersionUID = 1L;

    private final transient Happenings happenings;
    private final transient KeepDialog.Service dashboards;
    private final transient Clock clock;
    private final QueryPanels panels;
    private final Button add = new Button("Add a panel");
    private transient TimeWindow window = TimeWindow.usual();
    private transient Location here = new Location("explore");
    private transient @Nullable TimeBar times;

    ExploreView(
            Queries queries, Chart.Sources sources, Happenings happenings, KeepDialog.Service dashboards, Clock clock) {
        super(clock);
        this.dashboards = dashboards;
        this.happenings = happenings;
        this.clock = clock;
        this.panels = new QueryPanels(queries, sources, this::changed);
        add.addClickListener(click -> panels.addOne());
        add.addThemeVariants(ButtonVariant.PRIMARY);
    }

    @Override
    protected void show(BeforeEnterEvent event, TimeWindow shown, TimeBar time) {
        window = shown;
        here = event.getLocation();
        times = time;
        QueryParameters asked = here.getQueryParameters();
        panels.ask(
                asked.getParameters("q"),
                shown,
                Compared.of(asked.getSingleParameter("compare").orElse("")));
        Button keep = new Button("Keep on a dashboard", click -> keep());
        Div end = new Div(comparison(), add, keep, new CopyLink(), time);
        end.addClassNames("goc-end", "goc-fields");
        Div toolbar = new Div(new H1("Explore"), end);
        toolbar.addClassName("goc-toolbar");
        add(toolbar, panels);
        annotate();
    }

    private Select<Compared> comparison() {
        Select<Compared> comparison = new Select<>();
        comparison.setLabel("Compare with");
        comparison.setItems(Compared.values());
        comparison.setItemLabelGenerator(Compared::words);
        comparison.setValue(panels.compared());
        comparison.addValueChangeListener(change -> panels.compare(change.getValue()));
        return comparison;
    }

    private void keep() {
        List<KeepDialog.Kept> charts = panels.kept();
        if (charts.isEmpty()) {
            Notices.done("There is no chart to keep yet; choose a metric first");
        } else {
            new KeepDialog(charts, dashboards).open();
        }
    }

    private void changed() {
        annotate();
        remember();
        add.setEnabled(!panels.isFull());
    }

    /** Marks the charts with what happened at the place that all of them are about, or everywhere. */
    private void annotate() {
        panels.annotate(happenings.of(
                AboutPlace.of(panels.expressions()),
                window.range(clock.instant().plusSeconds(1))));
    }

    /** Puts what is asked into the address; Back leads to what was asked before. */
    private void remember() {
        QueryParameters asked = here.getQueryParameters()
                .merging("q", panels.askable().toArray(String[]::new))
                .merging("compare", panels.compared().code());
        here = new Location(here.getPath(), asked);
        getUI().ifPresent(ui -> ui.getPage().getHistory().pushState(null, here));
        if (times != null) {
            times.at(here);
        }
    }
}
